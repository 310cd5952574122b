using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>A route of the API as documents write it.</summary>
internal sealed record Route(string Method, string Pattern)
{
    /// <summary>Whether a request such as "GET /api/v1/claims/1" goes to it.</summary>
    public bool Matches(string request) => Regex.IsMatch(
        request, $"^{Method} {Regex.Replace(Pattern, @"\{\w+\}", @"[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1))}$",
        RegexOptions.None, TimeSpan.FromSeconds(1));
}

/// <summary>The routes that the service has.</summary>
internal static class Routes
{
    public static IReadOnlyList<Route> Of(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(static e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method =>
                new Route(method, "/" + e.RoutePattern.RawText!.TrimStart('/'))))
            .Distinct(),
    ];
}
