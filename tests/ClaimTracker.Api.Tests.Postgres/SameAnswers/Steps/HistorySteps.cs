namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>What all the steps before left in the history.</summary>
internal static class HistorySteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        .. Step.Reads(
            "/history?sort=seq&limit=50&count=true", "/history?sort=-seq&limit=500", "/history?subject=claim/1",
            "/history?subject=claim/4711&count=true", "/history?actor=admin%20(configured)&limit=500&count=true", "/history?actor=system",
            "/history?kind=claim.deleted&count=true", "/history?from=2026-03-04&limit=500&count=true", "/history?to=2026-03-04&limit=500",
            "/history?from=0001-01-01&to=9999-12-31&limit=500&count=true",
            "/history?from=2026-03-10&to=2026-03-09&count=true", "/history?kind=verdict.published&subject=verdict/1&sort=seq",
            "/claims/1/history?limit=5&count=true", "/claims/5/history", "/claims/15/history", "/claims/18/history?limit=100",
            "/history/checkpoint",
            "/changes?after=3&limit=500", "/changes?after=0&limit=5&kinds=claim", "/changes?after=40&kinds=claim.created,verdict"),
        new(400, "GET /changes?after=1000000"),
        new(400, "GET /changes?kinds=claim.made"),
        new(404, "GET /claims/4711/history"),
        new(400, "GET /claims/0/history"),
        new(400, "GET /history?from=2026-02-30"),
        new(400, "GET /history?sort=at"),
        new(400, "GET /history?subject="),
        new(400, "GET /history?subject=CLAIM/1&count=true"),
        new(400, "GET /history?kind=claim.made"),
        new(400, "GET /claims/1/history?sort=seq"),
        new(400, "GET /history/checkpoint?seq=1"),
    ];
}
