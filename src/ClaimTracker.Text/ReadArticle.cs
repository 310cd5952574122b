namespace ClaimTracker.Text;

/// <summary>An article as it was read: its text, and what each run of that text is.</summary>
/// <param name="Text">The text that all offsets count in: for plain text the input itself, for HTML what the page shows.</param>
/// <param name="Language">Two-letter ISO 639-1 code, or <c>und</c> (BCP 47: undetermined) where nothing tells.</param>
/// <param name="Title">The headline, if one was found.</param>
/// <param name="Byline">The author's name without "By" and the like, if one was found.</param>
/// <param name="PublishedOn">The date of publication, if one with a year was found.</param>
/// <param name="Blocks">Ascending, not overlapping, trimmed; together they cover every character that is no white space.</param>
/// <param name="Sentences">Ascending, not overlapping, trimmed, each inside its block; they cover the prose blocks.</param>
public sealed record ReadArticle(
    string Text,
    string Language,
    string? Title,
    string? Byline,
    DateOnly? PublishedOn,
    IReadOnlyList<TextBlock> Blocks,
    IReadOnlyList<TextSentence> Sentences);

/// <summary>A typed run of the article.</summary>
/// <param name="Ordinal">Position among the blocks, from 0.</param>
/// <param name="Type">What the run is.</param>
/// <param name="Start">First character, in Unicode code points from the start of the article.</param>
/// <param name="End">One past the last character, in code points.</param>
public sealed record TextBlock(int Ordinal, BlockType Type, int Start, int End);

/// <summary>A sentence of a prose block, with what a W3C TextPositionSelector and TextQuoteSelector need to find it again.</summary>
/// <param name="Ordinal">Position among the sentences, from 0.</param>
/// <param name="BlockOrdinal">The block that holds it.</param>
/// <param name="Start">First character, in Unicode code points from the start of the article.</param>
/// <param name="End">One past the last character, in code points.</param>
/// <param name="Text">Exactly <c>text[Start..End)</c>.</param>
/// <param name="Prefix">Up to 32 code points of the article before it.</param>
/// <param name="Suffix">Up to 32 code points of the article after it.</param>
public sealed record TextSentence(int Ordinal, int BlockOrdinal, int Start, int End, string Text, string Prefix, string Suffix);
