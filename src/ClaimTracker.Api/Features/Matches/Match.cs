using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Features.Matches;

/// <summary>Claims that may say the same, best first, and reviews of other publishers.</summary>
internal sealed record MatchesResponse(IReadOnlyList<MatchResponse> Items, IReadOnlyList<MatchedReview> Reviews);

/// <summary>What somebody said of a match.</summary>
internal sealed record DecidedMatch
{
    public required long ClaimId { get; init; }

    public required MatchState State { get; init; }

    public required ClaimRelation? Relation { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
