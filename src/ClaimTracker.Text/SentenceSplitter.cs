using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Lines;
using ClaimTracker.Text.Sentences;

namespace ClaimTracker.Text;

/// <summary>Splits prose into sentences.</summary>
public static class SentenceSplitter
{
    /// <summary>Determines the language whose rules split a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">A BCP 47 tag, if one is known.</param>
    /// <returns>The primary language of the tag; else the detected language, or <c>und</c> if nothing tells it.</returns>
    public static string LanguageOf(string text, string? language = null) => LanguageTag.Primary(language) ?? LanguageDetector.Detect(text);

    /// <summary>
    /// Splits a text into sentences: in order, trimmed, not overlapping. Together they cover every character that is not white space. A
    /// blank line ends a paragraph and so a sentence. A single line break ends a sentence only if the words do not run on: it separates
    /// list items, but not the two halves of a sentence in a narrow column. Time is linear in the length of the text.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">A BCP 47 tag such as <c>en</c> or <c>pt-BR</c>; if it is left out, the language is detected.</param>
    /// <returns>Spans, counted in Unicode code points.</returns>
    public static IReadOnlyList<TextSpan> Split(string text, string? language = null)
    {
        var rules = SentenceRules.For(LanguageOf(text, language));
        var found = new List<CharSpan>();
        foreach (var passage in Passages.Of(text))
        {
            SentenceScanner.Scan(text, passage.Span, rules, found);
        }

        var points = new CodePoints(text);
        return found.ConvertAll(s => new TextSpan(points.At(s.Start), points.At(s.End), s.Of(text)));
    }
}
