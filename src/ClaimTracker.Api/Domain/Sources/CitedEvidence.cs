namespace ClaimTracker.Api.Domain.Sources;

/// <summary>An evidence record as it was when a verdict cited it. Later edits of the record do not change the verdict.</summary>
internal sealed record CitedEvidence
{
    public required long Id { get; init; }

    public required Stance Stance { get; init; }

    public required int? Set { get; init; }

    public required string Excerpt { get; init; }

    public required Locator Locator { get; init; }

    /// <summary>A note of the desk for itself; null for the public.</summary>
    public required string? Note { get; init; }

    public required CitedSource Source { get; init; }
}

/// <summary>The source of an evidence record as it was when a verdict cited the record.</summary>
internal sealed record CitedSource(
    long Id, string? Url, string? Title, string? Author, string? Publisher, DateOnly? PublishedOn, Medium Medium, SourceKind Kind)
{
    // Verdicts of older versions were stored without the members below.

    /// <summary>The day on which the desk read it.</summary>
    public DateOnly? AccessedOn { get; init; }

    /// <summary>The address of an archived copy.</summary>
    public string? ArchivedUrl { get; init; }
}
