namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>Articles that come with earlier checks. Nothing follows that names a later id.</summary>
internal static class MatchSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /articles?match=true", """{"text":"Zürich has 434,335 people. İstanbul is larger 🚢."}"""),
        new(200, "POST /articles?match=true", """{"text":"Zürich has 434,335 people. İstanbul is larger 🚢."}"""),
        new(201, "POST /articles", """{"text":"On Monday Zürich had 434,335 people and eleven trams. The mayor of Zürich said so."}"""),
        new(201, "POST /articles?match=true", """{"text":"Monday: Zürich had 434,335 people, twelve trams. Zürich's mayor said so!"}"""),
        new(200, "POST /matches", """{"text":"on monday ZÜRICH had 500,000 people and eleven trams"}"""),
        new(200, "POST /matches", """{"text":"The mayor of Zürich said so."}"""),
        new(200, "GET /claims/1/matches"),
        new(200, "POST /articles/1/matches?limit=1"),
        new(200, "GET /articles/1/hints"),
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
