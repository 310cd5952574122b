namespace ClaimTracker.Api.Platform.Records;

/// <summary>A document, person or data set that evidence is taken from. Also a row: the columns have the same names.</summary>
internal sealed record SourceResponse
{
    public required long Id { get; init; }

    public required string? Url { get; init; }

    public required string? Title { get; init; }

    public required string? Author { get; init; }

    public required string? Publisher { get; init; }

    public required DateOnly? PublishedOn { get; init; }

    public required Medium Medium { get; init; }

    public required SourceKind Kind { get; init; }

    public required string? ReliabilityNote { get; init; }

    public required bool Confidential { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The part that clients write.</summary>
    public SourceBody ToBody() => new()
    {
        Url = Url,
        Title = Title,
        Author = Author,
        Publisher = Publisher,
        PublishedOn = PublishedOn,
        Medium = Medium,
        Kind = Kind,
        ReliabilityNote = ReliabilityNote,
        Confidential = Confidential,
    };
}
