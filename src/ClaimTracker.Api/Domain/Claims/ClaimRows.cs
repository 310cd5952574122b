namespace ClaimTracker.Api.Domain.Claims;

/// <summary>The rows of a claim: values in the order of the columns that the history vouches for, and then any others.</summary>
/// <param name="Claim">The row of claims.</param>
/// <param name="Claimants">The rows of claim_claimants.</param>
/// <param name="Tags">The rows of claim_tags.</param>
/// <param name="Fields">The rows of claim_fields.</param>
internal sealed record ClaimRows(
    object?[] Claim, IReadOnlyList<object?[]> Claimants, IReadOnlyList<object?[]> Tags, IReadOnlyList<object?[]> Fields)
{
    private static readonly Projection Projection = Projections.Of(Subject.Claim(1).ToString())!.Value.Projection;

    /// <summary>The digest of the rows of a claim that has no relations, matches or merges.</summary>
    public string Digest() => ContentDigest.Of(Projection, [Claim], Claimants, Tags, [], [], Fields);

    public static IReadOnlyList<object?[]> OfClaimants(long id, ClaimBody claim) =>
    [
        .. (claim.Claimants ?? []).Select((c, i) => new object?[] { id, i, c.Name, TextKey.Of(c.Name!), c.JobTitle, c.SameAs, c.ImageUrl }),
    ];

    public static IReadOnlyList<object?[]> OfTags(long id, ClaimBody claim) =>
    [
        .. (claim.Tags ?? []).DistinctBy(TextKey.Of, StringComparer.Ordinal)
            .Select((tag, i) => new object?[] { id, i, tag, TextKey.Of(tag) }),
    ];
}
