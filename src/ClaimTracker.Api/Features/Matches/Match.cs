using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Features.Matches;

/// <summary>What was said of the same before.</summary>
/// <param name="Items">Claims that may say the same, best first.</param>
/// <param name="Reviews">Reviews of other publishers that may be about the same, best first: five at most.</param>
/// <param name="Sentences">
/// Sentences of other articles that have nearly all of its words, best first: five at most. They are looked up by its phrases; one that
/// more than a hundred articles have tells nothing, and is left out.
/// </param>
internal sealed record MatchesResponse(
    IReadOnlyList<MatchResponse> Items, IReadOnlyList<MatchedReview> Reviews, IReadOnlyList<EarlierSentence> Sentences);

/// <summary>What somebody said of a match.</summary>
internal sealed record DecidedMatch
{
    public required long ClaimId { get; init; }

    public required MatchState State { get; init; }

    public required ClaimRelation? Relation { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
