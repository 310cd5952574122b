namespace ClaimTracker.Api.Web.Edge;

/// <summary>A kind of route that takes more of the machine than others.</summary>
internal enum Heavy
{
    /// <summary>Works with the processor: reads a page, aligns or compares versions, looks for a quote.</summary>
    Work,

    /// <summary>Reads for as long as its client takes.</summary>
    Export,

    /// <summary>Stays open, and waits for something to tell.</summary>
    Stream,
}

/// <summary>Marks a route that has few places, and costs as much as many other requests.</summary>
/// <param name="Kind">The kind.</param>
internal sealed record HeavyRoute(Heavy Kind)
{
    private const int ExportCost = 100;
    private const int WorkCost = 20;
    private const int CostOfMegabyte = 100;

    /// <summary>It is written to the disk, and nothing is made of it before the answer.</summary>
    private const int CostOfStoredMegabyte = 10;

    /// <summary>The cost of a request, beside that of its body.</summary>
    public int Cost => Kind == Heavy.Export ? ExportCost : WorkCost;

    /// <summary>The cost of any request: 1, and what its route and its body add.</summary>
    public static int CostOf(HttpContext http) =>
        1 + (http.GetEndpoint()?.Metadata.GetMetadata<HeavyRoute>()?.Cost ?? 0)
        + (int)((http.Request.ContentLength ?? 0) * PerMegabyte(http) / (1024 * 1024));

    private static int PerMegabyte(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<LargeBody>() is null ? CostOfMegabyte : CostOfStoredMegabyte;
}
