using ClaimTracker.Api.Platform.OpenApi;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>Claims, and the sentences that make them.</summary>
internal sealed class ClaimsGroup : Group
{
    public const string Address = "/api/v1/claims/";

    public ClaimsGroup() => Configure("", static group => group.Tags("Claims"));
}
