namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>What goes, what stays, and what comes after.</summary>
internal static class DeleteSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(409, "DELETE /sources/1"),
        new(412, "DELETE /sources/10") { IfMatch = "\"late\"" },
        new(204, "DELETE /sources/10"),
        new(404, "DELETE /sources/10"),
        new(404, "GET /sources/10"),
        new(409, "DELETE /evidence/1"),
        new(412, "DELETE /evidence/10") { IfMatch = "\"late\"" },
        new(204, "DELETE /evidence/10"),
        new(404, "DELETE /evidence/10"),
        new(409, "DELETE /claims/1"),
        new(412, "DELETE /claims/8") { IfMatch = "\"late\"" },
        new(204, "DELETE /claims/8"),
        new(404, "GET /comments/7"),
        new(204, "DELETE /claims/23"),
        new(404, "DELETE /claims/23"),
        new(404, "DELETE /claims/4711"),
        new(409, "DELETE /articles/1"),
        new(412, "DELETE /articles/7") { IfMatch = "\"late\"" },
        new(204, "DELETE /articles/7"),
        new(404, "DELETE /articles/7"),
        new(204, "DELETE /sentences/7/claims/1"),
        new(204, "DELETE /evidence/1/claims/2"),
        new(409, "DELETE /verdicts/1"),
        new(201, "POST /claims/1/verdicts", """{"rating":"Unproven","justification":"Doch nicht nötig."}"""),
        new(200, "POST /verdicts/14/submit"),
        new(200, "DELETE /verdicts/14/submission"),
        new(204, "DELETE /verdicts/14"),
        new(404, "DELETE /verdicts/14"),
        new(404, "DELETE /verdicts/4711"),
        new(404, "DELETE /verdicts/4711/submission"),
        new(409, "DELETE /verdicts/1/submission"),
        new(201, "POST /claims", """{"text":"An id is not used twice.","tags":["Ende"]}"""),
        new(201, "POST /sources", """{"title":"Nor is this one"}"""),
        new(404, "POST /claims/8/evidence", """{"source":{"id":2},"excerpt":"Of a claim that is gone.","stance":"supports"}"""),
        new(201, "POST /claims/9/evidence", """{"source":{"id":2},"excerpt":"Of the one after it.","stance":"supports"}"""),
        .. Step.Reads(
            "/evidence?sort=id&limit=9&count=true", "/evidence?sourceId=2&sort=-id", "/evidence?claimId=1&stance=supports",
            "/evidence?stance=partially_supports", "/evidence?stance=refutes", "/evidence?stance=context", "/evidence?stance=irrelevant",
            "/evidence?articleId=1", "/claims?sourceId=2&sort=id",
            "/claims?sort=id&limit=9&count=true", "/claims/1", "/verdicts/1", "/evidence/1", "/sentences/7", "/sentences/14", "/articles/1",
            "/articles/1/coverage", "/sources?sort=id"),
    ];
}
