using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text;

/// <summary>The result of reading an article: its text, and the role of each run of that text.</summary>
/// <param name="Text">The text in which all offsets count: the input itself for plain text, the visible text for HTML.</param>
/// <param name="Language">A two-letter ISO 639-1 code, or <c>und</c> (BCP 47: undetermined) if nothing tells the language.</param>
/// <param name="Title">The headline, if one was found.</param>
/// <param name="Byline">The author's name without "By" and the like, if one was found.</param>
/// <param name="PublishedOn">The date of publication, if one with a year was found.</param>
/// <param name="Blocks">Ascending, not overlapping, trimmed; together they cover every character that is not white space.</param>
/// <param name="Sentences">Ascending, not overlapping, trimmed, each inside its block; they cover the prose blocks.</param>
public sealed record ReadArticle(
    string Text,
    string Language,
    string? Title,
    string? Byline,
    DateOnly? PublishedOn,
    IReadOnlyList<TextBlock> Blocks,
    IReadOnlyList<TextSentence> Sentences)
{
    /// <summary>The sources that its writer named, in the order of the text.</summary>
    public IReadOnlyList<TextCitation> Citations { get; init; } = [];

    /// <summary>How it was read, and what was set apart.</summary>
    public ReadingReport Report { get; init; } = ReadingReport.OfText;
}

/// <summary>A typed run of an article.</summary>
/// <param name="Ordinal">Position among the blocks, from 0.</param>
/// <param name="Type">The role of the run.</param>
/// <param name="Start">First character, in Unicode code points from the start of the article.</param>
/// <param name="End">One past the last character, in code points.</param>
public sealed record TextBlock(int Ordinal, BlockType Type, int Start, int End)
{
    /// <summary>The page that it begins on, from 1; null for a text without pages.</summary>
    public int? Page { get; init; }
}

/// <summary>The part of a recording in which words are said.</summary>
/// <param name="Start">From its beginning.</param>
/// <param name="End">From its beginning; not before the start.</param>
public sealed record MediaSpan(TimeSpan Start, TimeSpan End);

/// <summary>A sentence of a prose block, with the data by which a W3C TextPositionSelector and TextQuoteSelector find it again.</summary>
/// <param name="Ordinal">Position among the sentences, from 0.</param>
/// <param name="BlockOrdinal">Ordinal of the block that holds the sentence.</param>
/// <param name="Start">First character, in Unicode code points from the start of the article.</param>
/// <param name="End">One past the last character, in code points.</param>
/// <param name="Text">Exactly <c>text[Start..End)</c>.</param>
/// <param name="Prefix">Up to 32 code points of the article before the sentence.</param>
/// <param name="Suffix">Up to 32 code points of the article after the sentence.</param>
public sealed record TextSentence(int Ordinal, int BlockOrdinal, int Start, int End, string Text, string Prefix, string Suffix)
{
    private const int ContextLength = 32;

    /// <summary>When it is said, in the recording that a subtitle file is of; null for other texts.</summary>
    public MediaSpan? Media { get; init; }

    /// <summary>Makes a sentence of a run of the article. The counter must not have passed the run.</summary>
    internal static TextSentence Of(string text, CharSpan span, int ordinal, int block, CodePoints points) => new(
        ordinal,
        block,
        points.At(span.Start),
        points.At(span.End),
        span.Of(text),
        CodePoints.Before(text, span.Start, ContextLength),
        CodePoints.After(text, span.End, ContextLength));
}
