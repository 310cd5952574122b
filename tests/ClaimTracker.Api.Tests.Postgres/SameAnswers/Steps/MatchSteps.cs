namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>Articles that come with earlier checks. Nothing follows that names a later id.</summary>
internal static class MatchSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /articles?match=true", """{"text":"Zürich has 434,335 people. İstanbul is larger 🚢."}"""),
        new(200, "POST /articles?match=true", """{"text":"Zürich has 434,335 people. İstanbul is larger 🚢."}"""),
        new(400, "POST /claims?match=1", """{"text":"434,335 people has Zürich."}"""),
    ];
}
