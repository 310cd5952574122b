using System.Text;

namespace ClaimTracker.Text.Printed;

/// <summary>A line of words within a column.</summary>
/// <param name="Text">Its words, with tabs between those far apart.</param>
/// <param name="Left">Where it begins, in points.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Base">Its height.</param>
/// <param name="Size">The size of most of its characters.</param>
/// <param name="IsBold">Whether all of its words are bold.</param>
/// <param name="FirstWord">The width of its first word.</param>
internal sealed record TextLine(
    string Text, double Left, double Right, double Base, double Size, bool IsBold, double FirstWord)
{
    /// <summary>Parts of the size: steps that stay on the line, and spaces within a word, between words and between cells.</summary>
    private const double Step = 0.4;
    private const double Joined = 0.08;
    private const double Apart = 2;

    public bool HasCells => Text.Contains('\t', StringComparison.Ordinal);

    /// <summary>Groups words to lines, from the top.</summary>
    public static List<TextLine> AllOf(IEnumerable<PrintedWord> words) => [.. Rows(words).Select(Of)];

    /// <summary>Groups words that stand at one height, from the top.</summary>
    public static IEnumerable<List<PrintedWord>> Rows(IEnumerable<PrintedWord> words)
    {
        var row = new List<PrintedWord>();
        var (height, size) = (0d, 0d);
        foreach (var word in words.OrderByDescending(static w => w.Base))
        {
            if (row.Count > 0 && height - word.Base > Math.Max(size, word.Size) * Step)
            {
                yield return row;
                row = [];
            }

            (height, size) = row.Count == 0 || word.Size > size ? (word.Base, word.Size) : (height, size);
            row.Add(word);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    public static TextLine Of(List<PrintedWord> row)
    {
        var words = row.OrderBy(static w => w.Left).ToList();
        var size = words.GroupBy(static w => Math.Round(w.Size, 1)).MaxBy(static g => g.Sum(static w => w.Text.Length))!.Key;
        var text = new StringBuilder(words[0].Text);
        for (var i = 1; i < words.Count; i++)
        {
            var gap = words[i].Left - words[i - 1].Right;
            text.Append(gap > size * Apart ? "\t" : gap > size * Joined || gap < -size ? " " : "").Append(words[i].Text);
        }

        var main = words.FindLast(w => Math.Abs(w.Size - size) < 0.1);
        return new TextLine(
            text.ToString(),
            words[0].Left,
            words.Max(static w => w.Right),
            main.Size > 0 ? main.Base : words[0].Base,
            size,
            words.TrueForAll(static w => w.IsBold),
            words[0].Right - words[0].Left);
    }
}
