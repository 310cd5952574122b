namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>What is erased, what stays of it, and what it may no longer undergo.</summary>
internal static class ErasureSteps
{
    private const string Reason = """{"reason":"Auf Anordnung des Gerichts."}""";

    public static readonly IReadOnlyList<Step> All =
    [
        Erase(404, "/articles/4711"),
        Erase(404, "/sources/4711"),
        Erase(404, "/evidence/4711"),
        Erase(404, "/comments/4711"),
        Erase(400, "/evidence/1") with { Body = "{}" },
        Erase(428, "/evidence/1") with { IfMatch = null },
        Erase(412, "/evidence/1") with { IfMatch = "\"late\"" },
        Erase(200, "/comments/1"),
        Erase(200, "/comments/1"),
        Erase(200, "/evidence/1"),
        Erase(200, "/evidence/1"),
        Erase(200, "/sources/1"),
        Erase(200, "/articles/1"),
        Erase(200, "/articles/1"),
        new(409, "PATCH /comments/1", """{"resolved":false}"""),
        new(409, "PATCH /evidence/1", """{"note":"Noch etwas."}"""),
        new(409, "PUT /evidence/1/claims/2", """{"stance":"context"}"""),
        new(409, "PATCH /sources/1", """{"title":"Doch"}"""),
        new(409, "PATCH /articles/1", """{"title":"Doch"}"""),
        new(409, "PUT /articles/1/text", """{"text":"Doch."}"""),
        new(200, "GET /articles/1/factsheet"),
        new(200, "GET /articles/1/clearance.docx"),
        new(200, "GET /articles/1/compare?from=1&to=2"),
        new(200, "GET /changes?after=1&kinds=verdict.erased,article.erased&limit=5"),
        .. Step.Reads(
            "/comments/1", "/evidence/1", "/sources/1", "/articles/1", "/articles/1?version=1", "/articles/1/text", "/articles/1/versions",
            "/articles/1/coverage", "/verdicts/1", "/exports/verdicts.csv?articleId=1"),
    ];

    private static Step Erase(int status, string address) => new(status, $"POST {address}/erase", Reason) { IfMatch = "*" };
}
