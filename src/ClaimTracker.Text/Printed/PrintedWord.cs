using System.Text;

namespace ClaimTracker.Text.Printed;

/// <summary>Characters that stand side by side.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Left">Where it begins, in points.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Base">The height of its line.</param>
/// <param name="Size">The size of its characters.</param>
/// <param name="IsBold">Whether its font is bold.</param>
internal readonly record struct PrintedWord(string Text, double Left, double Right, double Base, double Size, bool IsBold)
{
    /// <summary>Parts of the size, of the space between two words, of a step back, and of a step up or down.</summary>
    private const double Gap = 0.18;
    private const double Back = 0.6;
    private const double Step = 0.05;

    public double Top => Base + (Size * 0.75);

    public double Bottom => Base - (Size * 0.2);

    /// <summary>Joins the characters of a page, in the order in which they are drawn: words are drawn in one go.</summary>
    public static List<PrintedWord> AllOf(IReadOnlyList<Glyph> glyphs)
    {
        var (words, text, first, last) = (new List<PrintedWord>(), new StringBuilder(), default(Glyph), default(Glyph));
        foreach (var glyph in glyphs)
        {
            var space = glyph.Words == " ";
            if (text.Length > 0 && (space || !GoesOn(last, glyph)))
            {
                words.Add(new PrintedWord(text.ToString(), first.Left, last.Right, first.Base, first.Size, first.IsBold));
                text.Clear();
            }

            if (!space)
            {
                first = text.Length == 0 ? glyph : first;
                text.Append(glyph.Words);
                last = glyph;
            }
        }

        if (text.Length > 0)
        {
            words.Add(new PrintedWord(text.ToString(), first.Left, last.Right, first.Base, first.Size, first.IsBold));
        }

        return words;
    }

    private static bool GoesOn(Glyph last, Glyph next)
    {
        var gap = next.Left - last.Right;
        return Math.Abs(next.Base - last.Base) <= last.Size * Step && Math.Abs(next.Size - last.Size) <= last.Size * Step
            && gap < last.Size * Gap && gap > -last.Size * Back;
    }
}
