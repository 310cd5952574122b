using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Lines;
using ClaimTracker.Text.Sentences;

namespace ClaimTracker.Text;

/// <summary>Splits prose into sentences.</summary>
public static class SentenceSplitter
{
    /// <summary>The language that a text is split by.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">A BCP 47 tag, if one is known.</param>
    /// <returns>The primary language of the tag; else the one detected, or <c>und</c> where nothing tells.</returns>
    public static string LanguageOf(string text, string? language = null) => LanguageTag.Primary(language) ?? LanguageDetector.Detect(text);

    /// <summary>
    /// Sentences in order, trimmed, not overlapping; together they cover every character that is no white space.
    /// A blank line ends a paragraph and so a sentence; a single line break ends one only where the words do not run on:
    /// list items part, a sentence broken by a narrow column does not. Time is linear in the length of the text.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">A BCP 47 tag such as <c>en</c> or <c>pt-BR</c>; detected where it is left out.</param>
    /// <returns>Spans that count Unicode code points.</returns>
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
