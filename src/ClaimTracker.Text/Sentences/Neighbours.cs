using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>
/// The words on either side of a <see cref="Stop"/>. Looks a bounded distance in both directions, so that time stays linear.
/// </summary>
/// <param name="Before">The run before the stop up to white space or an opening mark: "Ford", "U.S", "e.g".</param>
/// <param name="After">The first word after the stop and any opening marks; empty if another character comes first.</param>
/// <param name="First">The first character after white space and opening marks, or NUL at the end of the text.</param>
/// <param name="Spaced">True if white space follows the stop.</param>
/// <param name="Open">The opening mark before the next word, or NUL.</param>
internal readonly record struct Neighbours(CharSpan Before, CharSpan After, char First, bool Spaced, char Open)
{
    private const int LongestWord = 40;
    private const int MostOpening = 4;

    public bool IsOpened => Open != '\0';

    /// <summary>True for a dash, which continues a sentence as often as it opens one.</summary>
    public bool IsDashed => Open is '-' or '–' or '—';

    public static Neighbours Of(string text, in Stop stop, int start, int limit)
    {
        var next = stop.End;
        while (next < limit && (char.IsWhiteSpace(text[next]) || Marks.IsInvisible(text[next])))
        {
            next++;
        }

        var before = stop.Mark;
        while (before > start && Marks.IsInvisible(text[before - 1]))
        {
            before--;
        }

        // Two commas on the line are how Dutch agencies type the low opening mark.
        var word = next + 1 < limit && text[next] == ',' && text[next + 1] == ',' ? next + 2 : next;
        while (word < limit && word - next < MostOpening && (Marks.IsOpening(text[word]) || (word > next && text[word] == ' ')))
        {
            word++;
        }

        return new Neighbours(
            WordBefore(text, before, start),
            WordAt(text, word, limit),
            word < limit ? text[word] : '\0',
            next > stop.End,
            word > next ? text[next] : '\0');
    }

    public static CharSpan WordBefore(string text, int end, int start)
    {
        var from = end;
        var least = Math.Max(start, end - LongestWord);
        while (from > least && (Marks.IsWord(text[from - 1]) || (text[from - 1] is '.' or '-' && from < end)))
        {
            from--;
        }

        return new CharSpan(from, end);
    }

    public static CharSpan WordAt(string text, int start, int limit)
    {
        var end = start;
        var most = Math.Min(limit, start + LongestWord);
        while (end < most && Marks.IsWord(text[end]))
        {
            end++;
        }

        return new CharSpan(start, end);
    }
}
