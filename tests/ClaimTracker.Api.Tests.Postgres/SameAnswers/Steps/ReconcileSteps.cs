namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>What names stand for.</summary>
internal static class ReconcileSteps
{
    private const string Form = "application/x-www-form-urlencoded";

    private const string SuggestBox = "&spell=always&exact=false&scoring=schema&prefixed=true&filter=any"; // That of OpenRefine.

    public static readonly IReadOnlyList<Step> All =
    [
        .. Step.Reads(
            "/reconcile", "/reconcile?queries=%7B%22q%22%3A%7B%22query%22%3A%22zürich%22%7D%7D",
            "/reconcile?extend=%7B%22ids%22%3A%5B%22claim-1%22%2C%22source-1%22%5D%2C%22properties%22%3A%5B%7B%22id%22%3A%22x%22%7D%5D%7D",
            "/reconcile/suggest/entity?prefix=the", "/reconcile/suggest/type?prefix=cla", "/reconcile/suggest/property?prefix=tag",
            "/reconcile/properties?type=claim", "/reconcile/properties?type=claimant", "/reconcile/properties?type=source&limit=2",
            "/reconcile/properties?type=", "/reconcile/preview?id=claim-1", "/reconcile/preview?id=source-1",
            "/reconcile/suggest/entity?prefix=the&type=claim" + SuggestBox, "/reconcile/suggest/type?prefix=c&type=any" + SuggestBox,
            "/reconcile/suggest/property?prefix=c&type=claimant" + SuggestBox),
        new(200, "POST /reconcile", """queries={"a":{"query":"Zürich","type":"claim"},"b":{"query":"register","limit":3}}""")
        {
            ContentType = Form,
        },
        new(400, "POST /reconcile", "queries=[]") { ContentType = Form },
        new(400, "GET /reconcile/suggest/entity"),
        new(404, "GET /reconcile/suggest/person?prefix=a"),
        new(404, "GET /reconcile/preview?id=claim-4711"),
    ];
}
