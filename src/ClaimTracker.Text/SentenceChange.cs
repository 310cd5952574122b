namespace ClaimTracker.Text;

/// <summary>Sentences of one version and what they became in the next.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Before">Indexes into the version before, ascending; none for an insertion.</param>
/// <param name="After">Indexes into the version after, ascending; none for a deletion.</param>
public sealed record SentenceChange(ChangeKind Kind, IReadOnlyList<int> Before, IReadOnlyList<int> After);
