using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Locating;

/// <summary>Measures how much of the expected context surrounds a quote, in characters counted from the quote outwards.</summary>
internal sealed class QuoteContext(FoldedText text, string? prefix, string? suffix)
{
    /// <summary>In characters on each side. More would tell nothing more, and a quote of one letter has many places.</summary>
    private const int MostCompared = 64;

    private readonly string _prefix = FoldedText.Of(prefix ?? "").Text.TrimEnd();
    private readonly string _suffix = FoldedText.Of(suffix ?? "").Text.TrimStart();

    /// <summary>The length of the context that is expected.</summary>
    public static int Wanted(string? prefix, string? suffix) =>
        Math.Min(MostCompared, FoldedText.Of(prefix ?? "").Text.Trim().Length)
        + Math.Min(MostCompared, FoldedText.Of(suffix ?? "").Text.Trim().Length);

    public int Around(CharSpan span) => Before(text.IndexOf(span.Start)) + After(text.IndexOf(span.End));

    private int Before(int index)
    {
        index -= index > 0 && text.Text[index - 1] == ' ' ? 1 : 0;
        var same = 0;
        while (same < MostCompared && same < _prefix.Length && same < index && text.Text[index - 1 - same] == _prefix[^(same + 1)])
        {
            same++;
        }

        return same;
    }

    private int After(int index)
    {
        index += index < text.Text.Length && text.Text[index] == ' ' ? 1 : 0;
        var same = 0;
        while (same < MostCompared && same < _suffix.Length && index + same < text.Text.Length && text.Text[index + same] == _suffix[same])
        {
            same++;
        }

        return same;
    }
}
