using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform;

/// <summary>Whether the process lives (/healthz), and whether it can do its work (/readyz).</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", static () => Results.Text("ok\n")).ExcludeFromDescription();
        app.MapGet("/readyz", static async (Db db, CancellationToken cancellation) =>
        {
            await db.ReadAsync(static tx => tx.AnyAsync("select id from rating_scales limit 1"), cancellation);
            return Results.Text("ready\n");
        }).ExcludeFromDescription();

        // FastEndpoints lists all routes there, in production too.
        app.MapGet("/_test_url_cache_", static () => Results.NotFound()).WithOrder(-1).ExcludeFromDescription();
    }
}
