using ClaimTracker.Api.Platform.Doors;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>Verdict lists as files.</summary>
internal sealed class ExportsGroup : Group
{
    public ExportsGroup() => Configure("exports", static group =>
    {
        group.Tags("Exports");
        group.Description(static route => route.WithMetadata(new RunsLong()));
    });
}
