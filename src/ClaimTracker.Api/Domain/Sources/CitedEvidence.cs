namespace ClaimTracker.Api.Domain.Sources;

/// <summary>An evidence record as it was when a verdict cited it. Later edits of the record do not change the verdict.</summary>
internal sealed record CitedEvidence
{
    public required long Id { get; init; }

    public required Stance Stance { get; init; }

    public required int? Set { get; init; }

    /// <summary>Outside the desk, null if the source is confidential.</summary>
    public required string? Excerpt { get; init; }

    public required Locator Locator { get; init; }

    /// <summary>A note of the desk for itself; null outside.</summary>
    public required string? Note { get; init; }

    // Verdicts of older versions were stored without the next two.

    /// <summary>Whether the record is shown outside the desk; if not, it is only counted there.</summary>
    public bool Public { get; init; } = true;

    /// <summary>A text for the outside, beside the excerpt.</summary>
    public string? PublicNote { get; init; }

    public required CitedSource Source { get; init; }

    /// <summary>The record as the actor may see it: a confidential source is not named outside, no matter when it was marked.</summary>
    /// <param name="actor">Who wants to see it.</param>
    /// <param name="isConfidential">Whether the source is confidential now.</param>
    /// <returns>Null if the actor may only count it.</returns>
    public CitedEvidence? SeenBy(Actor actor, bool isConfidential)
    {
        var marked = this with { Source = Source with { Confidential = isConfidential } };
        if (actor.IsInside)
        {
            return marked;
        }

        var unnamed = new CitedSource(Source.Id, null, null, null, null, null, Source.Medium, Source.Kind) { Confidential = true };
        return (Public, isConfidential) switch
        {
            (false, _) => null,
            (true, false) => marked with { Note = null },
            (true, true) => marked with { Excerpt = null, Locator = new Locator(), Note = null, Source = unnamed },
        };
    }
}

/// <summary>The source of an evidence record as it was when a verdict cited the record.</summary>
internal sealed record CitedSource(
    long Id, string? Url, string? Title, string? Author, string? Publisher, PartialDate? PublishedOn, Medium Medium, SourceKind Kind)
{
    // Verdicts of older versions were stored without the members below.

    /// <summary>The day on which the desk read it.</summary>
    public DateOnly? AccessedOn { get; init; }

    /// <summary>The address of an archived copy.</summary>
    public string? ArchivedUrl { get; init; }

    /// <summary>It is never named outside the desk: readers and the public get null for whatever could tell who it is.</summary>
    public bool Confidential { get; init; }
}
