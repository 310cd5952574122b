namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>An article whose text changes.</summary>
internal static class VersionSteps
{
    private const string Article = "/articles/1";

    public static readonly IReadOnlyList<Step> All =
    [
        new(200, "PUT /articles/1/text", """
            {"text":"Harbour 🏗 grows\n\nBy Ines Holm\n\nThe council spent 4.3 million dollars on cranes in 2025.
            """ + """
             A second crane follows in May! Es kostet 5 Mio. €."}
            """),
        new(200, "PUT /articles/1/text", """
            {"text":"Harbour 🏗 grows\n\nBy Ines Holm\n\nThe council spent 4.3 million dollars on cranes in 2025.
            """ + """
             A second crane follows in May! Es kostet 5 Mio. €."}
            """),
        new(200, "PUT /articles/1/text", "Ganz anders ist es nun. 港は2024年に開いた。") { ContentType = "text/plain" },
        new(400, "PUT /articles/1/text", """{"text":""}"""),
        new(404, "PUT /articles/4711/text", """{"text":"x"}"""),
        new(400, "PATCH /articles/1/blocks/0", """{"type":"menu"}"""),
        new(200, "PATCH /articles/1/blocks/0", """{"type":"navigation"}"""),
        new(404, "PATCH /articles/1/blocks/99", """{"type":"quote"}"""),
        new(200, "PATCH /articles/1/blocks/0", """{"type":"paragraph"}"""),
        new(400, "POST /articles/1/sentences/merge", """{"ids":[1]}"""),
        new(400, "POST /articles/1/sentences/merge", """{"ids":[1,2]}"""),
        new(409, "POST /sentences/1/split", """{"at":3}"""),
        new(200, "POST /articles/3/sentences/merge", """{"ids":[9,10]}"""),
        new(200, "POST /sentences/8/split", """{"at":31}"""),
        new(404, "POST /sentences/4711/split", """{"at":3}"""),
        .. Step.Reads(
            Article, "/articles/3", Article + "?version=1", Article + "?version=2", Article + "/versions",
            Article + "/versions?limit=2&count=true", Article + "/compare", Article + "/compare?from=1&to=2",
            Article + "/compare?from=4&to=1", Article + "/sentences?state=orphaned&version=1", "/claims?articleId=1&sort=id",
            "/sentences/1", Article + "/sentences?state=orphaned", Article + "/factsheet", Article + "/factsheet.csv",
            Article + "/factsheet.csv?formulas=raw", Article + "/factsheet.csv?formulas=escaped", Article + "/factsheet.html",
            Article + "/clearance.docx", Article + "/clearance.html"),
        new(200, "PATCH /articles/1/sentences", """{"items":[{"id":1,"state":"not_checkable"},{"id":4711,"state":"open"}]}"""),
        new(200, "PATCH /articles/1/sentences?atomic=true", """{"items":[{"id":4711,"state":"open"}]}"""),
        new(404, "PATCH /articles/4711/sentences", """{"items":[{"id":1,"state":"open"}]}"""),
        new(404, "GET /articles/1/compare?from=1&to=99"),
        new(400, "GET /articles/1/compare?from=0"),
    ];
}
