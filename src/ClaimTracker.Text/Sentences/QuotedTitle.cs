using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>
/// Recognises the title of a work with a full stop inside: <c>"War and Peace. A Reading."</c> is one name, while a quotation of two
/// sentences is two. In a title every word has a capital, except articles and prepositions.
/// </summary>
internal static class QuotedTitle
{
    /// <summary>In characters, as is <see cref="CjkReach"/>.</summary>
    private const int Reach = 160;

    private const int CjkReach = 30;

    /// <summary>Words without a capital in titles.</summary>
    private static readonly WordSet Small = new(
        """
        a an the of and or nor but for in on at to by as from with vs de la le les du des et el los las y del di della il e und der die das
        den von im het van en do da dos os и в на о
        """);

    /// <summary>Checks whether the stop is inside a title.</summary>
    public static bool Holds(string text, in Stop stop, int start, int limit) =>
        !stop.HasClosing
        && OpensBefore(text, stop.Mark, Math.Max(start, stop.Mark - Reach))
        && ClosesAfter(text, stop.End, Math.Min(limit, stop.End + Reach));

    /// <summary>Checks the same for Chinese and Japanese titles, which have marks of their own: 《…！…》.</summary>
    public static bool HoldsCjk(string text, in Stop stop, int start, int limit)
    {
        if (stop.HasClosing)
        {
            return text[stop.RunEnd] is '》' or '〉';
        }

        var least = Math.Max(start, stop.Mark - CjkReach);
        var open = text.AsSpan(least, stop.Mark - least).LastIndexOfAny('《', '》');
        return open >= 0 && text[least + open] == '《' && text.AsSpan(stop.End, Math.Min(limit - stop.End, CjkReach)).Contains('》');
    }

    private static bool OpensBefore(string text, int end, int least)
    {
        while (end > least)
        {
            if (Marks.IsQuotation(text[end - 1]))
            {
                return Marks.IsWord(text[end]) && (end - 1 == least || !Marks.IsWord(text[end - 2]));
            }

            if (!Marks.IsWord(text[end - 1]))
            {
                end--;
                continue;
            }

            var word = Neighbours.WordBefore(text, end, least);
            if (!FitsTitle(word.In(text)))
            {
                return false;
            }

            end = word.Start;
        }

        return false;
    }

    private static bool ClosesAfter(string text, int at, int most)
    {
        while (at < most)
        {
            if (Marks.IsQuotation(text[at]))
            {
                return !char.IsWhiteSpace(text[at - 1]);
            }

            var word = Neighbours.WordAt(text, at, most);
            if (!FitsTitle(word.In(text)))
            {
                return false;
            }

            at = Math.Max(word.End, at + 1);
        }

        return false;
    }

    private static bool FitsTitle(ReadOnlySpan<char> word) =>
        word.IsEmpty || char.IsUpper(word[0]) || !char.IsLetter(word[0]) || Small.Contains(word);
}
