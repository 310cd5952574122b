namespace ClaimTracker.Api.Platform.Doors;

/// <summary>Holds back routes that run long: each reads for as long as its client takes.</summary>
internal static class ExportLimit
{
    public static Task Enforce(HttpContext http, RequestDelegate next) =>
        http.GetEndpoint()?.Metadata.GetMetadata<RunsLong>() is null
            ? next(http)
            : http.RequestServices.GetRequiredService<RateLimits>().ExportAsync(() => next(http));
}

/// <summary>What a route is that counts as an export.</summary>
internal sealed record RunsLong;
