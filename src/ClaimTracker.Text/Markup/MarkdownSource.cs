using System.Text.RegularExpressions;

namespace ClaimTracker.Text.Markup;

/// <summary>Looks at a Markdown text before it is parsed: some marks cost the square of their number, some words get lost.</summary>
internal static partial class MarkdownSource
{
    /// <summary>Brackets that are opened in one paragraph or item of a list: each is compared with those before it.</summary>
    public const int MostBrackets = 1_000;

    /// <exception cref="ArticleReadException">A paragraph has more brackets than any.</exception>
    public static void Require(string text)
    {
        var brackets = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var words = line.TrimStart();
            brackets = words.IsEmpty || words[0] is '-' or '*' or '+' or '|' or '#' || char.IsAsciiDigit(words[0]) ? 0 : brackets;
            brackets += line.Count('[');
            if (brackets > MostBrackets)
            {
                throw new ArticleReadException($"A paragraph has more than {MostBrackets:N0} opening brackets.");
            }
        }
    }

    /// <summary>Makes paragraphs of the footnotes that no word refers to: the parser would drop them.</summary>
    public static string WithUnusedNotes(string text)
    {
        var marks = Notes().Matches(text);
        var used = marks.Where(static m => m.Groups["colon"].Length == 0).Select(static m => m.Groups["name"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return marks.Count == used.Count ? text
            : Notes().Replace(text, m => m.Groups["colon"].Length == 0 || used.Contains(m.Groups["name"].Value) ? m.Value : "");
    }

    [GeneratedRegex(
        @"\[\^(?<name>[^\]\r\n\[]{1,200})\](?<colon>:?)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Notes();
}
