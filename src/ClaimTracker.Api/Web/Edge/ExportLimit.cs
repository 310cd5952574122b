namespace ClaimTracker.Api.Web.Edge;

/// <summary>Holds back routes that run long: each reads for as long as its client takes.</summary>
internal sealed class ExportLimit(RequestDelegate next, RateLimits limits)
{
    public Task InvokeAsync(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<RunsLong>() is null ? next(http) : limits.ExportAsync(() => next(http));
}

/// <summary>Marks a route that counts as an export.</summary>
internal sealed record RunsLong;
