using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Lines;

/// <summary>Lines whose words run on from one to the next: a paragraph, or a line that stands for itself.</summary>
/// <param name="Span">The passage, trimmed.</param>
/// <param name="AfterBlank">It opens the text, or a blank line stands before it.</param>
/// <param name="Type">What the markup says it is; null where only its words can tell.</param>
/// <param name="InArticle">Whether the markup says that it belongs to the article itself; null where it does not say.</param>
internal readonly record struct Passage(CharSpan Span, bool AfterBlank, BlockType? Type = null, bool? InArticle = null)
{
    /// <summary>The same, now that the article's place on the page is known: inside it nothing is menu or footer, whatever the elements are called.</summary>
    public Passage Placed(bool inArticle) =>
        this with { InArticle = inArticle, Type = inArticle && Type is BlockType.Navigation or BlockType.Footer ? null : Type };
}

/// <summary>Joins the lines of a text to passages.</summary>
internal static class Passages
{
    /// <summary>Columns outside these widths are no hard wrapping: shorter ones are lists and verse, longer ones whole paragraphs.</summary>
    private const int NarrowestColumn = 40;
    private const int WidestColumn = 120;

    public static List<Passage> Of(string text)
    {
        var lines = Line.AllOf(text);
        var passages = new List<Passage>(lines.Count);
        for (var first = 0; first < lines.Count;)
        {
            var end = first + 1;
            while (end < lines.Count && !lines[end].AfterBlank)
            {
                end++;
            }

            Join(text, lines, first, end, passages);
            first = end;
        }

        return passages;
    }

    /// <summary>Lines from <paramref name="first"/> to <paramref name="end"/> have no blank line between them.</summary>
    private static void Join(string text, List<Line> lines, int first, int end, List<Passage> into)
    {
        var wrapped = IsWrapped(text, lines, first, end);
        for (var i = first; i < end;)
        {
            var last = i;
            while (last + 1 < end && RunsOn(text, lines[i].Span, lines[last].Span, lines[last + 1].Span, wrapped))
            {
                last++;
            }

            into.Add(new Passage(new CharSpan(lines[i].Span.Start, lines[last].Span.End), lines[i].AfterBlank));
            i = last + 1;
        }
    }

    /// <summary>A small letter goes on with what a capital began; lines that all start small are a list.</summary>
    private static bool RunsOn(string text, CharSpan first, CharSpan line, CharSpan next, bool wrapped)
    {
        if (LineShape.StandsAlone(text, line) || LineShape.StandsAlone(text, next) || LineShape.HasBullet(text, next))
        {
            return false;
        }

        var goesOn = (char.IsLower(text[next.Start]) && !char.IsLower(text[first.Start])) || EndsInParticle(text, line);
        return wrapped || (goesOn && !LineShape.EndsSentence(text, line));
    }

    /// <summary>Japanese has no small letters to tell by, but no sentence of it ends in these.</summary>
    private static bool EndsInParticle(string text, CharSpan line) =>
        line.Length > 1 && "のはがをにとへ、，".Contains(text[line.End - 1], StringComparison.Ordinal);

    /// <summary>
    /// A column broke these lines: each is so long that the first word of the next would not have fitted.
    /// One line in ten may break the rule, as editors do by hand.
    /// </summary>
    private static bool IsWrapped(string text, List<Line> lines, int first, int end)
    {
        var width = 0;
        for (var i = first; i < end; i++)
        {
            width = Math.Max(width, lines[i].Span.Length);
        }

        if (width is < NarrowestColumn or > WidestColumn)
        {
            return false;
        }

        var tooShort = 0;
        for (var i = first; i + 1 < end; i++)
        {
            var word = lines[i + 1].Span.In(text).IndexOf(' ');
            tooShort += lines[i].Span.Length + 1 + (word < 0 ? lines[i + 1].Span.Length : word) > width ? 0 : 1;
        }

        return tooShort * 10 <= end - first - 1;
    }
}
