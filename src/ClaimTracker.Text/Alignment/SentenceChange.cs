namespace ClaimTracker.Text;

/// <summary>Sentences of one version, and the sentences of the next that they became.</summary>
/// <param name="Kind">The kind of the change.</param>
/// <param name="Before">Indexes into the version before, ascending; empty for an insertion.</param>
/// <param name="After">Indexes into the version after, ascending; empty for a deletion.</param>
public sealed record SentenceChange(ChangeKind Kind, IReadOnlyList<int> Before, IReadOnlyList<int> After);
