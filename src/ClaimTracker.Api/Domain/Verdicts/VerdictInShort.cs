namespace ClaimTracker.Api.Domain.Verdicts;

/// <summary>The verdict on a claim, in short.</summary>
internal sealed record VerdictInShort(long Id, RatingName Rating, VerdictState State);
