namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>Articles that come with earlier checks. Nothing follows that names a later id.</summary>
internal static class MatchSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /articles?match=true", """{"text":"Zürich has 434,335 people. İstanbul is larger 🚢."}"""),
        new(200, "POST /articles?match=true", """{"text":"Zürich has 434,335 people. İstanbul is larger 🚢."}"""),
        new(400, "POST /claims?match=1", """{"text":"434,335 people has Zürich."}"""),
        .. Step.Reads(
            "/imported-reviews", "/imported-reviews?q=zürich&limit=5&count=true", "/imported-reviews?ids=1&fields=id,claim",
            "/imported-reviews?site=checks.example", "/imported-reviews?normalised=true", "/imported-reviews?normalised=mostly_true",
            "/imported-reviews?normalised=mixed", "/imported-reviews?normalised=mostly_false", "/imported-reviews?normalised=false",
            "/imported-reviews?normalised=unproven", "/imported-reviews?normalised=other", "/imported-reviews?language=en",
            "/imported-reviews?from=2026-01-01&to=2026-12-31", "/imported-reviews?replaced=true"),
        new(404, "GET /imported-reviews/1"),
        new(404, "GET /subscriptions/1"),
    ];
}
