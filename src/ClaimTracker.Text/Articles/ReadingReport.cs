namespace ClaimTracker.Text;

/// <summary>How an article was read, and what a person should look at.</summary>
/// <param name="Method">
/// What told the body from the rest: <c>named_body</c>, <c>article</c>, <c>main</c>, <c>weight</c> (of its prose), <c>structured_data</c>,
/// <c>text</c> (its words alone), <c>draft</c> (all of it is the body), or <c>document</c> (a format without furniture).
/// </param>
/// <param name="Confidence">How sure that is, 0 to 1.</param>
/// <param name="Warnings">What was set apart, although it may be part of the article; in the order of the text.</param>
public sealed record ReadingReport(string Method, double Confidence, IReadOnlyList<ReadingWarning> Warnings)
{
    /// <summary>A reading of words alone, of which nothing was set apart.</summary>
    public static readonly ReadingReport OfText = new("text", 1, []);

    /// <summary>Where the title is from: <c>headline</c>, <c>json-ld</c>, <c>meta</c>, <c>title</c>; null if there is none.</summary>
    public string? TitleFrom { get; init; }

    /// <summary>Where the byline is from: <c>byline</c>, <c>json-ld</c>, <c>meta</c>; null if there is none.</summary>
    public string? BylineFrom { get; init; }

    /// <summary>Where the date is from: <c>shown</c>, <c>json-ld</c>, <c>meta</c>, <c>time</c>; null if there is none.</summary>
    public string? DateFrom { get; init; }

    /// <summary>Parts of the file that were not read, each in a few words: attachments of a mail, pages of a PDF.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Where the language is from: <c>given</c>, <c>declared</c> or <c>detected</c>.</summary>
    public string? LanguageFrom { get; init; }

    /// <summary>The words that tracked changes of a document take out, in the order of the text, which is without them.</summary>
    public IReadOnlyList<ReadingDeletion> Deleted { get; init; } = [];
}

/// <summary>A block that was set apart as no part of the article, but holds a full sentence.</summary>
/// <param name="Kind">
/// Where it stands: <c>hidden</c>, <c>dialog</c>, <c>menu</c>, <c>site</c>, <c>aside</c>, <c>comments</c>, <c>teasers</c>,
/// <c>promotion</c>, or <c>outside</c> the article.
/// </param>
/// <param name="Block">The ordinal of the block.</param>
public sealed record ReadingWarning(string Kind, int Block);

/// <summary>Words that a tracked change takes out of a document. The article is read as if it was accepted.</summary>
/// <param name="Block">The ordinal of the block that they stood in; of the one before, if nothing else was in it.</param>
/// <param name="Start">The place where they stood, in code points from the start of the article.</param>
/// <param name="Text">The words.</param>
/// <param name="Author">Who took them out, if the document says so.</param>
/// <param name="At">When, if the document says so.</param>
public sealed record ReadingDeletion(int Block, int Start, string Text, string? Author, DateTimeOffset? At);
