namespace ClaimTracker.Seed.Bodies;

/// <summary>Body of POST /claims/{id}/evidence.</summary>
internal sealed record SeedEvidence
{
    public required SeedSource Source { get; init; }

    public required string Excerpt { get; init; }

    public required SeedLocator Locator { get; init; }

    public required string Stance { get; init; }

    public string? Note { get; init; }

    public bool? Public { get; init; }

    public string? PublicNote { get; init; }
}

/// <summary>A source: in full, or only the id of one that the service has.</summary>
internal sealed record SeedSource
{
    public long? Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public DateOnly? AccessedOn { get; init; }

    public string? ArchivedUrl { get; init; }

    public string? Medium { get; init; }

    public string? Kind { get; init; }

    public string? ReliabilityNote { get; init; }

    public bool? Confidential { get; init; }
}

/// <summary>Where in its source an excerpt stands.</summary>
internal sealed record SeedLocator
{
    public string? Page { get; init; }

    public string? Timestamp { get; init; }

    public string? Section { get; init; }

    public string? Cell { get; init; }
}
