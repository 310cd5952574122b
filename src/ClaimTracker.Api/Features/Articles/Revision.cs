namespace ClaimTracker.Api.Features.Articles;

/// <summary>The newest version of an article, and the fate of the sentences of the one before.</summary>
internal sealed record RevisionResponse
{
    public required long ArticleId { get; init; }

    /// <summary>The newest version.</summary>
    public required int Version { get; init; }

    /// <summary>Sentences whose words are unchanged: they keep their ids and all that is linked to them.</summary>
    public required int Kept { get; init; }

    /// <summary>Sentences whose words changed. Their claims are to be checked again.</summary>
    public required int Edited { get; init; }

    /// <summary>Sentences that were split in two or more.</summary>
    public required int Split { get; init; }

    /// <summary>Sentences that were made of two or more.</summary>
    public required int Merged { get; init; }

    public required int Inserted { get; init; }

    /// <summary>Sentences that are gone. One with claims is orphaned, and shows in the coverage.</summary>
    public required int Deleted { get; init; }

    /// <summary>Pairs of a sentence before and one after. Sentences that were kept are left out: their ids are the same.</summary>
    public required IReadOnlyList<LineagePair> Lineage { get; init; }

    public static RevisionResponse Of(
        long articleId, int version, IReadOnlyList<SentenceChange> changes, IReadOnlyList<LineagePair> lineage)
    {
        var counts = changes.CountBy(static change => change.Kind).ToDictionary();
        return new RevisionResponse
        {
            ArticleId = articleId,
            Version = version,
            Kept = counts.GetValueOrDefault(ChangeKind.Kept),
            Edited = counts.GetValueOrDefault(ChangeKind.Edited),
            Split = counts.GetValueOrDefault(ChangeKind.Split),
            Merged = counts.GetValueOrDefault(ChangeKind.Merged),
            Inserted = counts.GetValueOrDefault(ChangeKind.Inserted),
            Deleted = counts.GetValueOrDefault(ChangeKind.Deleted),
            Lineage = lineage,
        };
    }
}

/// <param name="From">The sentence before; null if one was inserted.</param>
/// <param name="To">The sentence after; null if one was deleted.</param>
/// <param name="Kind">The change.</param>
internal sealed record LineagePair(long? From, long? To, ChangeKind Kind);
