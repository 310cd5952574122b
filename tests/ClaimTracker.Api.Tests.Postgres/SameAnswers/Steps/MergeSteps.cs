namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>One claim of two, and the two again.</summary>
internal static class MergeSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(400, "POST /claims/9/merge", """{"into":9,"reason":"Dasselbe."}"""),
        new(400, "POST /claims/9/merge", """{"into":4711,"reason":"Dasselbe."}"""),
        new(400, "POST /claims/9/merge", """{"into":8}"""),
        new(404, "POST /claims/4711/merge", """{"into":8,"reason":"Dasselbe."}"""),
        new(200, "POST /claims/9/merge", """{"into":8,"reason":"Dasselbe, größer 🏗."}"""),
        new(409, "POST /claims/9/merge", """{"into":8,"reason":"Dasselbe."}"""),
        new(409, "POST /claims/2/merge", """{"into":9,"reason":"Dasselbe."}"""),
        new(409, "POST /claims/9/verdicts", """{"rating":"True","justification":"So."}"""),
        .. Step.Reads(
            "/claims/8", "/claims/8/verdicts", "/claims/8/evidence", "/claims/8/history", "/claims?sort=id&count=true",
            "/comments?subject=claim/8", "/exports/verdicts.csv", "/exports/verdicts.jsonl"),
        new(200, "POST /claims/9/unmerge", """{"reason":"Doch nicht."}"""),
        new(409, "POST /claims/9/unmerge", """{"reason":"Doch nicht."}"""),
        new(400, "POST /claims/9/unmerge", "{}"),
        .. Step.Reads("/claims/8", "/claims/9", "/claims/9/verdicts", "/claims/9/history", "/claims?sort=id&count=true"),
    ];
}
