using FastEndpoints;

namespace ClaimTracker.Api.Features.Sources;

/// <summary>Documents, persons and data sets that evidence is taken from.</summary>
internal sealed class SourcesGroup : Group
{
    public const string Address = "/api/v1/sources/";

    public SourcesGroup() => Configure("", static group => group.Tags("Sources"));
}
