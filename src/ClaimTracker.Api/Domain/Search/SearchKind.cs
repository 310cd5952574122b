namespace ClaimTracker.Api.Domain.Search;

/// <summary>What can be searched.</summary>
internal enum SearchKind
{
    Claim,
    Article,
    Source,
    Evidence,
    Verdict,
    Comment,
    ImportedReview,
}
