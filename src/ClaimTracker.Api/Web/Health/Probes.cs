namespace ClaimTracker.Api.Web.Health;

/// <summary>Whether the process lives (/healthz), and whether it can do its work (/readyz).</summary>
internal static class Probes
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", static () => Results.Text("ok\n")).ExcludeFromDescription();
        app.MapGet("/readyz", static async (Readiness readiness, HttpContext http) => Answer(await readiness.CheckAsync(), http)).ExcludeFromDescription();

        // FastEndpoints lists all routes there, in production too.
        app.MapGet("/_test_url_cache_", static () => Results.NotFound()).WithOrder(-1).ExcludeFromDescription();
    }

    private static IResult Answer(IReadOnlyDictionary<string, string> checks, HttpContext http)
    {
        var wrong = checks.Values.Where(static check => check != Readiness.Ok).ToList();
        return wrong.Count == 0
            ? Results.Json(new ReadyBody("ready", checks), ApiJson.Options)
            : Results.Json(
                NotReadyBody.Of(string.Join(' ', wrong), checks, http),
                ApiJson.Options,
                "application/problem+json",
                ProblemType.Unavailable.Status);
    }

    /// <summary>All is well.</summary>
    private sealed record ReadyBody(string Status, IReadOnlyDictionary<string, string> Checks);

    /// <summary>A problem like any other, which says beside it what each check found.</summary>
    private sealed record NotReadyBody(
        string Type, string Title, int Status, string Detail, string Instance, string TraceId, IReadOnlyDictionary<string, string> Checks)
    {
        public static NotReadyBody Of(string detail, IReadOnlyDictionary<string, string> checks, HttpContext http) => new(
            ProblemType.Unavailable.Address, ProblemType.Unavailable.Title, ProblemType.Unavailable.Status, detail, http.Request.Path, http.TraceIdentifier, checks);
    }
}
