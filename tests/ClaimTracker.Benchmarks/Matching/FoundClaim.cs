using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary>A claim that was found for a post.</summary>
/// <param name="Id">The claim, as the set numbers it.</param>
/// <param name="Score">How likely it says the same.</param>
/// <param name="IsSame">Whether it is called the same.</param>
internal sealed record FoundClaim(long Id, double Score, bool IsSame)
{
    /// <summary>One that was found here: the rule of the service for <c>likelySame</c>, from a score on.</summary>
    public static FoundClaim Of(ClaimMatch match, string post, string claim, double from) => new(
        match.Id, match.Score, match.Score >= from && ClaimComparer.Differences(post, claim).Count == 0);
}
