using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>Words for routes that take more of the machine than others.</summary>
internal static class HeavyRoutes
{
    /// <summary>It reads, aligns or searches whole texts: such requests have few places, and cost more.</summary>
    public static RouteHandlerBuilder RunsHeavy(this RouteHandlerBuilder route) => route.WithMetadata(new HeavyRoute(Heavy.Work));
}
