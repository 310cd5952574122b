namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class SentenceSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        .. Step.Reads("/sentences/1", "/sentences/3", "/sentences/8", "/sentences/12"),
        new(404, "GET /sentences/4711"),
        new(400, "GET /sentences/0"),
        new(200, "PATCH /sentences/1", """{"state":"not_checkable","reason":"Eine Überschrift 🏷"}"""),
        new(200, "PATCH /sentences/4", """{"state":"skipped","reason":"Später"}"""),
        new(200, "PATCH /sentences/9", """{"state":"skipped","reason":"重複"}"""),
        new(200, "PATCH /sentences/5", """{"state":"skipped","reason":" - "}"""),
        new(200, "PATCH /sentences/5", """{"state":"open","reason":"dropped"}"""),
        new(400, "PATCH /sentences/5", """{"state":"skipped"}"""),
        new(400, "PATCH /sentences/5", """{"state":"cleared"}"""),
        new(400, "PATCH /sentences/5", """[{"state":"open"}]"""),
        new(412, "PATCH /sentences/5", """{"state":"open"}""") { IfMatch = "\"stale\"" },
        new(404, "PATCH /sentences/4711", """{"state":"open"}"""),
        new(415, "PATCH /sentences/5", "state=open") { ContentType = "application/x-www-form-urlencoded" },
    ];
}
