using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Dates;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Blocks;

/// <summary>The kind of a passage by its own words, whatever surrounds it.</summary>
internal enum PassageKind
{
    /// <summary>A few words that do not end like a sentence: a heading, a menu entry, a teaser.</summary>
    Label,
    RunningText,

    /// <summary>A line of the site, not of the article.</summary>
    Chrome,
    Image,
    Byline,
    Date,
    Credit,
}

/// <summary>A passage, with the facts that it shows by itself.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Kind">Its kind by its own words.</param>
/// <param name="Words">The number of its words.</param>
/// <param name="Score">Its weight in favour of the body of an article; below zero it speaks against that.</param>
/// <param name="Byline">The author's name in a byline.</param>
/// <param name="Date">The date in a date line or byline.</param>
internal sealed record Reading(Passage Passage, PassageKind Kind, int Words, int Score, string? Byline = null, DateOnly? Date = null)
{
    private const int FewestWordsOfProse = 12;
    private const int FewestWordsOfSentence = 6;
    private const int FewestWordsOfShortSentence = 3;
    private const int FewestWordsOfParagraph = 25;
    private const int MostWordsToFunctionWord = 5;
    private const int EndScore = 3;
    private const int MostCountedWords = 60;
    private const int OpenScore = 0;
    private const int LabelScore = -3;
    private const int ChromeScore = -6;

    private static readonly string[] PictureWords =
        ["img", "image", "photo", "picture", "media", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"];

    public CharSpan Span => Passage.Span;

    public bool IsImage => Kind == PassageKind.Image;

    /// <summary>True for certain running text: a complete sentence of some length.</summary>
    public bool IsFirm => Kind == PassageKind.RunningText && Words >= FewestWordsOfSentence && Score >= EndScore;

    /// <summary>True for a complete sentence, however short.</summary>
    public bool IsSentence => Kind == PassageKind.RunningText && Words >= FewestWordsOfShortSentence && Score >= EndScore;

    public static Reading Of(string text, Passage passage, string language)
    {
        var line = passage.Span.In(text);
        var words = LineShape.WordCount(line);
        if (LineShape.StandsAlone(text, passage.Span))
        {
            return new Reading(passage, IsPicture(line) ? PassageKind.Image : PassageKind.Chrome, 0, 0);
        }

        if (SiteChrome.Is(line))
        {
            return new Reading(passage, PassageKind.Chrome, words, ChromeScore);
        }

        if (Bylines.NameIn(line) is { } name)
        {
            return new Reading(passage, PassageKind.Byline, words, -1, name, DateReader.Find(line, language));
        }

        if (DateReader.IsDateLine(line, language, out var date))
        {
            return new Reading(passage, PassageKind.Date, words, -1, Date: date);
        }

        if (Credits.Is(text, passage.Span))
        {
            return new Reading(passage, PassageKind.Credit, words, 0);
        }

        if (LineShape.EndsSentence(text, passage.Span))
        {
            return new Reading(passage, PassageKind.RunningText, words, EndScore + (Math.Min(words, MostCountedWords) / 4));
        }

        if (words < FewestWordsOfProse)
        {
            return new Reading(passage, PassageKind.Label, words, LabelScore);
        }

        var score = RunsInSentences(line, words, language) ? Math.Min(words, MostCountedWords) / 4 : 0;
        return new Reading(passage, PassageKind.RunningText, words, OpenScore + score);
    }

    /// <summary>
    /// Checks for the function words of prose. A paragraph may end in a note mark or a link, but a menu of that length has few such words.
    /// </summary>
    private static bool RunsInSentences(ReadOnlySpan<char> line, int words, string language) =>
        words >= FewestWordsOfParagraph
        && FunctionWords.ByLanguage.TryGetValue(language, out var small)
        && FunctionWords.CountIn(line, small) * MostWordsToFunctionWord >= words;

    private static bool IsPicture(ReadOnlySpan<char> address)
    {
        foreach (var word in PictureWords)
        {
            if (address.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return address.StartsWith("![", StringComparison.Ordinal);
    }
}
