using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>A text that was read, with all that can be worked out of it before it is written.</summary>
/// <param name="Read">The text with its blocks and sentences.</param>
/// <param name="Digest">SHA-256 of its UTF-8, in lower-case hex.</param>
/// <param name="Scores">The check-worthiness of its new sentences, by their ordinal.</param>
internal sealed record PreparedText(ReadArticle Read, string Digest, IReadOnlyDictionary<int, PreparedScore> Scores)
{
    /// <summary>The citations that it brings, each at its sentence, and once there.</summary>
    public IReadOnlyList<PlacedCitation> Citations { get; } =
    [
        .. CitedSentences.Place(Read).DistinctBy(static c => (c.Sentence, c.Citation.Kind, c.Citation.Url, c.Citation.Text)),
    ];

    /// <summary>Its words, as searches find them.</summary>
    public IReadOnlyList<string> Words { get; } = WordForms.Of(Read.Text);

    /// <summary>How it was read; null where the layout has it.</summary>
    public ReadingResponse? Reading { get; private init; }

    /// <summary>The number of blocks that were set apart and that nobody has looked at.</summary>
    public int SetApart { get; private init; }

    /// <summary>The version of the weights that its new sentences are scored with; 0 for those of the program.</summary>
    public int WeightsVersion { get; private init; }

    /// <summary>The earlier version whose text and blocks this one has; null if it begins with its own.</summary>
    public int? Layout { get; private init; }

    /// <summary>Prepares a text that came in, of which no sentence is known.</summary>
    /// <param name="read">The text.</param>
    /// <param name="language">The language tag of the article.</param>
    /// <param name="before">The version before, if there is one: what somebody looked at there needs no second look.</param>
    /// <param name="weights">The weights that its sentences are scored with.</param>
    public static PreparedText Of(ReadArticle read, string language, WorthinessWeights weights, ArticleVersion? before = null)
    {
        var reading = ReadingResponse.Of(read);
        return new PreparedText(read, SameText.DigestOf(read.Text), ScoresOf(read, read.Sentences, language, weights))
        {
            WeightsVersion = DeskWeights.NumberOf(weights),
            Reading = reading,
            SetApart = before is { SetApart: 0 } && reading.SetsApartNoMoreThan(before.Reading) ? 0 : reading.Warnings.Count,
        };
    }

    /// <summary>Prepares a text that only has other blocks or sentences than in the version before.</summary>
    /// <param name="current">The version before.</param>
    /// <param name="read">The same text.</param>
    /// <param name="fresh">The sentences that are new.</param>
    public static PreparedText Of(ArticleVersion current, ReadArticle read, IEnumerable<TextSentence> fresh)
    {
        var scores = ScoresOf(read, fresh, current.Language, current.Weights);
        var prepared = new PreparedText(read, current.Digest, scores)
        {
            WeightsVersion = DeskWeights.NumberOf(current.Weights),
            SetApart = current.SetApart,
        };
        if (read.Blocks.SequenceEqual(current.With([]).Blocks))
        {
            return prepared with { Layout = current.Layout ?? current.Version };
        }

        var reading = current.Reading?.Over(read.Blocks);
        return prepared with { Reading = reading, SetApart = Math.Min(current.SetApart, reading?.Warnings.Count ?? 0) };
    }

    private static Dictionary<int, PreparedScore> ScoresOf(
        ReadArticle read, IEnumerable<TextSentence> sentences, string language, WorthinessWeights weights) =>
        sentences.ToDictionary(static sentence => sentence.Ordinal, sentence =>
        {
            var (score, components) = CheckWorthiness.Score(sentence.Text, language, read.Blocks[sentence.BlockOrdinal].Type, weights);
            return new PreparedScore(score, (string)ColumnTypes.Plain(components)!);
        });
}

/// <summary>A check-worthiness as its columns hold it.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Components">JSON.</param>
internal sealed record PreparedScore(double Score, string Components);

/// <summary>An article that was handed in, with all that can be worked out of it before it is written.</summary>
/// <param name="Facts">The facts that the sender gave, and those that the text says.</param>
/// <param name="UrlKey">The form in which its address is compared; null if it has none.</param>
/// <param name="TitleKey">The form in which its title is compared.</param>
/// <param name="Text">Its text.</param>
internal sealed record PreparedArticle(ArticleFacts Facts, string? UrlKey, string TitleKey, PreparedText Text)
{
    /// <summary>The digests of its text, and of the texts that differ from it in line ends, a byte order mark or their end only.</summary>
    public IReadOnlyList<string> SameDigests { get; } = SameText.DigestsOf(Text.Read.Text, Text.Digest);

    /// <summary>Prepares an article. A fact that the sender left out is taken from the text, if it fits.</summary>
    public static PreparedArticle Of(ArticleFacts given, ReadArticle read, WorthinessWeights weights)
    {
        var language = given.Language ?? read.Language;
        var facts = given with
        {
            Title = given.Title ?? Fitting(read.Title, Limits.Title),
            Byline = given.Byline ?? Fitting(read.Byline, Limits.Text),
            PublishedOn = given.PublishedOn ?? read.PublishedOn,
            Language = language,
            Kind = given.Kind ?? ArticleKind.Published,
        };
        var text = PreparedText.Of(read, language, weights);
        return new PreparedArticle(facts, Domain.Words.UrlKey.Of(facts.Url), TextKey.Of(facts.Title ?? ""), text);
    }

    private static string? Fitting(string? text, int max) =>
        string.IsNullOrWhiteSpace(text) || CodePoints.Count(text) > max || TextGuard.Check(text) is not null ? null : text;
}
