using FastEndpoints;

namespace ClaimTracker.Api.Features.Evidence;

/// <summary>Excerpts of sources, and the claims that they bear on.</summary>
internal sealed class EvidenceGroup : Group
{
    public const string Address = "/api/v1/evidence/";

    public EvidenceGroup() => Configure("", static group => group.Tags("Evidence"));
}
