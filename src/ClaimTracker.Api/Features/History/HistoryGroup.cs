using FastEndpoints;

namespace ClaimTracker.Api.Features.History;

/// <summary>What happened, when, and by whom; and where that stands, signed, to prove later that it was not changed since.</summary>
internal sealed class HistoryGroup : Group
{
    public HistoryGroup() => Configure("", static group => group.Tags("History"));
}
