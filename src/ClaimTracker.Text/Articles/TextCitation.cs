namespace ClaimTracker.Text;

/// <summary>The form in which a writer names a source.</summary>
public enum CitationKind
{
    /// <summary>A link on words of the text.</summary>
    Link,

    /// <summary>A note at the foot of a page.</summary>
    Footnote,

    /// <summary>A note at the end of a document.</summary>
    Endnote,

    /// <summary>A comment in the margin.</summary>
    Comment,

    /// <summary>A note in brackets within the text.</summary>
    Bracket,
}

/// <summary>A link, note or comment of an annotated draft, at the words that it is about.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Start">The first character of the words, in Unicode code points from the start of the article.</param>
/// <param name="End">One past their last character.</param>
/// <param name="Text">What the note says; for a link the words that it stands on.</param>
/// <param name="Url">The address that it names: absolute, http or https; null if it names none.</param>
/// <param name="Author">Who wrote it, if the document says so.</param>
/// <param name="At">When it was written, if the document says so.</param>
public sealed record TextCitation(
    CitationKind Kind, int Start, int End, string Text, string? Url = null, string? Author = null, DateTimeOffset? At = null);
