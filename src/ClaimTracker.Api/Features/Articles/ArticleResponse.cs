namespace ClaimTracker.Api.Features.Articles;

/// <summary>An article, without its text.</summary>
internal record ArticleSummary
{
    public required long Id { get; init; }

    /// <summary>The version that this shows: the newest, unless another was asked for.</summary>
    public required int Version { get; init; }

    public required string? Url { get; init; }

    public required string? Title { get; init; }

    public required string? Byline { get; init; }

    public required string? Publisher { get; init; }

    public required DateOnly? PublishedOn { get; init; }

    public required string Language { get; init; }

    public required ArticleKind Kind { get; init; }

    public required string? ExternalApp { get; init; }

    public required string? ExternalId { get; init; }

    public required DateTimeOffset? Deadline { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>An article with the blocks and sentences of one version.</summary>
internal sealed record ArticleResponse : ArticleSummary
{
    public required IReadOnlyList<BlockResponse> Blocks { get; init; }

    public required IReadOnlyList<SentenceResponse> Sentences { get; init; }
}

/// <summary>A typed run of the text.</summary>
/// <param name="Ordinal">Its place among the blocks, from 0.</param>
/// <param name="Type">What it is.</param>
/// <param name="Start">First code point.</param>
/// <param name="End">End, exclusive.</param>
internal sealed record BlockResponse(int Ordinal, BlockType Type, int Start, int End);
