namespace ClaimTracker.Api.Features.Articles;

/// <summary>A version of an article, with all that the next one is made from.</summary>
internal sealed record ArticleVersion
{
    /// <summary>The article.</summary>
    public required long Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The version whose text and blocks it has; null if it began with its own.</summary>
    public required int? Layout { get; init; }

    public required string Language { get; init; }

    public required ArticleKind Kind { get; init; }

    /// <summary>Whether the words of the article were erased.</summary>
    public required bool Erased { get; init; }

    public required string Text { get; init; }

    /// <summary>SHA-256 of the text as UTF-8, in lower-case hex.</summary>
    public required string Digest { get; init; }

    public required IReadOnlyList<BlockResponse> Blocks { get; init; }

    /// <summary>How the text was read; null if that was not kept yet.</summary>
    public required ReadingResponse? Reading { get; init; }

    /// <summary>The number of its blocks that were set apart and that nobody has looked at.</summary>
    public required int SetApart { get; init; }

    public required IReadOnlyList<PlacedSentence> Sentences { get; init; }

    /// <summary>The weights that its new sentences are scored with.</summary>
    public WorthinessWeights Weights { get; init; } = WorthinessWeights.Default;

    /// <summary>Makes the same text with other sentences. Their ordinals count from 0.</summary>
    public ReadArticle With(IEnumerable<TextSentence> sentences) => new(
        Text,
        Language,
        Title: null,
        Byline: null,
        PublishedOn: null,
        [.. Blocks.Select(static b => new TextBlock(b.Ordinal, b.Type, b.Start, b.End) { Page = b.Page })],
        [.. sentences.Select(static (sentence, ordinal) => sentence with { Ordinal = ordinal })]);
}

/// <summary>A sentence at its place in a version.</summary>
internal sealed record PlacedSentence
{
    public required long Id { get; init; }

    public required int Ordinal { get; init; }

    public required int BlockOrdinal { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Text { get; init; }

    public required string Prefix { get; init; }

    public required string Suffix { get; init; }

    /// <summary>Its check-worthiness.</summary>
    public required double Score { get; init; }

    /// <summary>The components of that, as the column holds them.</summary>
    public required string ScoreComponents { get; init; }

    /// <summary>When it is said in the recording, in milliseconds.</summary>
    public required int? MediaStart { get; init; }

    public required int? MediaEnd { get; init; }

    public TextSentence ToText() => new(Ordinal, BlockOrdinal, Start, End, Text, Prefix, Suffix)
    {
        Media = MediaStart is { } start && MediaEnd is { } end
            ? new MediaSpan(TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(end))
            : null,
    };
}
