namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class ServiceSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(200, "GET /healthz") { Prefix = "" },
        new(200, "GET /readyz") { Prefix = "" },
        new(200, "GET /openapi/v1.json") { Prefix = "" },
        new(200, "GET /problems/stale") { Prefix = "" },
        new(404, "GET /problems/unheard-of") { Prefix = "" },
        new(200, "GET /help") { Prefix = "" },
        new(200, "GET /") { Prefix = "" },
        new(200, "HEAD /") { Prefix = "" },
        new(405, "DELETE /") { Prefix = "" },
        new(200, "GET /help/api") { Prefix = "" },
        new(404, "GET /help/unheard-of") { Prefix = "" },
        new(401, "GET /claims") { By = null },
        new(401, "POST /claims", """{"text":"Nobody sent this."}""") { By = null },
        new(404, "GET /nothing"),
        new(404, "GET /"),
        new(405, "DELETE /claims"),
        new(405, "PUT /claims/1", "{}"),
        new(405, "PATCH /rating-scales/1", "{}"),
        new(400, "GET /claims/bulk"),
        new(204, "OPTIONS /claims"),
        new(204, "OPTIONS /sentences/1/claims/1"),
        new(200, "HEAD /claims?count=true"),
        new(404, "HEAD /claims/1"),
        .. Step.Reads(
            "/claims", "/claims?count=true", "/claims?q=nothing&count=true", "/articles?count=true", "/sources?count=true",
            "/verdicts?count=true",
            "/rating-scales?count=true", "/exports/verdicts.csv", "/exports/verdicts.jsonl", "/exports/verdicts.csv?formulas=raw"),
        new(200, "POST /text/sentences", """{"text":"Dr. Müller kam um 5 p. m. an. 🚢 Nobody saw it!"}"""),
        new(200, "POST /text/sentences?language=ja", "港は2024年に開いた。費用は4800万ドルだった。") { ContentType = "text/plain" },
    ];
}
