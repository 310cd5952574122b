namespace ClaimTracker.Api.Domain.Matching;

/// <summary>A sentence of an article that says what a text says, in nearly the same words.</summary>
internal sealed record EarlierSentence
{
    public required long ArticleId { get; init; }

    /// <summary>The title of the article.</summary>
    public required string? Headline { get; init; }

    /// <summary>When the article was published, as far as that is known.</summary>
    public required string? PublishedOn { get; init; }

    public required long SentenceId { get; init; }

    public required string Text { get; init; }

    /// <summary>First code point in the newest text of the article.</summary>
    public required int Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>How much of the text it has, from 0 to 1: the mean of the components.</summary>
    public required double Score { get; init; }

    /// <summary>`words` and `letters`: the share of the text's words, function words counting a quarter, and of its spellings.</summary>
    public required IReadOnlyList<ScoreComponent> Components { get; init; }

    /// <summary>What may make it another statement: a negation, a number, a date, a name, a direction.</summary>
    public required IReadOnlyList<MatchDifference> MayDiffer { get; init; }
}
