namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>Edits of claims, and their links with sentences.</summary>
internal static class ClaimEditSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(200, "PATCH /claims/2", """
            {"headline":"Überschrift 🗞","priority":51,"tags":["c","Ç","C"],"claimants":[{"name":"Ångström"},{"name":"angstrom"}]}
            """),
        new(200, "PATCH /claims/2", """
            {"headline":null,"claimants":null,"location":"Genève","appearances":[{"url":"https://example.org/ö","date":"9999-12-31"}],
            """ + """
            "priority":50}
            """),
        new(200, "PATCH /claims/3", "{}"),
        new(400, "PATCH /claims/3", """{"text":null}"""),
        new(400, "PATCH /claims/3", """{"status":"published"}"""),
        new(400, "PATCH /claims/3?id=4", """{"priority":1}"""),
        new(409, "PATCH /claims/3", """{"externalApp":"sheet","externalId":"row-1"}"""),
        new(412, "PATCH /claims/3", """{"priority":1}""") { IfMatch = "\"00000000000000000000000000000000\"" },
        new(412, "PATCH /claims/3", """{"priority":1}""") { IfMatch = "W/\"weak\"" },
        new(200, "PATCH /claims/3", """{"priority":100}""") { IfMatch = "*" },
        new(404, "PATCH /claims/4711", """{"priority":1}"""),
        new(415, "PATCH /claims/3", "<priority/>") { ContentType = "text/xml" },
        new(201, "POST /sentences/3/claims", """
            {"text":"There will be a second crane.","role":"asserts","spanStart":92,"spanEnd":106,"tags":["crane"]}
            """),
        new(201, "POST /sentences/4/claims", """{"text":"Nobody knows why there will be a second crane.","spanStart":122,"spanEnd":128}"""),
        new(201, "POST /sentences/6/claims", """{"text":"Nobody knows.","role":"denies"}"""),
        new(400, "POST /sentences/6/claims", """{"text":"Outside.","spanStart":900,"spanEnd":902}"""),
        new(400, "POST /sentences/6/claims", """{"text":"Half.","spanStart":1}"""),
        new(400, "POST /sentences/6/claims", """{"text":"Role.","role":"doubts"}"""),
        new(404, "POST /sentences/4711/claims", """{"text":"Nowhere."}"""),
        new(409, "POST /sentences/6/claims", """{"text":"The same id.","externalApp":"sheet","externalId":"Row-1"}"""),
        new(201, "PUT /sentences/7/claims/1", "{}"),
        new(200, "PUT /sentences/7/claims/1", "{}"),
        new(409, "PUT /sentences/7/claims/1", """{"outcome":"stands","outcomeNote":"Es bleibt."}"""),
        new(400, "PUT /sentences/7/claims/1", """{"outcome":"stands"}"""),
        new(200, "PUT /sentences/7/claims/1", """{"role":"repeats"}"""),
        new(201, "PUT /sentences/7/claims/2", """{"role":"denies"}"""),
        new(201, "PUT /sentences/12/claims/2", """{"role":"asserts"}"""),
        new(201, "PUT /sentences/12/claims/4", """{"role":"repeats"}"""),
        new(404, "PUT /sentences/7/claims/4711", "{}"),
        new(404, "PUT /sentences/4711/claims/1", "{}"),
        new(400, "PUT /sentences/7/claims/1", """{"role":7}"""),
        new(409, "PATCH /sentences/7", """{"state":"not_checkable"}"""),
        new(204, "DELETE /sentences/12/claims/4"),
        new(404, "DELETE /sentences/12/claims/4"),
        new(404, "DELETE /sentences/4711/claims/4"),
        .. Step.Reads(
            "/sentences/3", "/sentences/4", "/sentences/6", "/sentences/7", "/sentences/12", "/articles/1", "/claims/1", "/claims/2",
            "/claims/3"),
    ];
}
