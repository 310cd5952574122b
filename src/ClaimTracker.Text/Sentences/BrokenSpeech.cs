using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>Recognises a speaker who breaks off and starts anew: <c>We need a — Do you have one?</c>, <c>"I never—" She left.</c></summary>
internal static class BrokenSpeech
{
    private const int LongestDash = 3;

    public static Stop StopAt(string text, int mark, int limit)
    {
        var end = mark + 1;
        while (end < limit && Marks.IsQuotation(text[end]))
        {
            end++;
        }

        return new Stop(mark, mark + 1, end, end > mark + 1);
    }

    public static bool Ends(string text, in Stop stop, in Neighbours near, int start, int limit, SentenceRules rules)
    {
        var after = near.After.In(text);
        var opens = near.Spaced && !near.IsOpened && char.IsUpper(near.First) && !IsI(after) && rules.IsStarter(after);
        return opens && (stop.HasClosing || (IsSetApart(text, stop.Mark, start) && !OpensName(text, near, limit)));
    }

    /// <summary>Recognises a long dash with a space before it, after a word that is cut off ("I re- —") or not a name.</summary>
    private static bool IsSetApart(string text, int mark, int start)
    {
        var dash = mark;
        while (dash > start && mark - dash < LongestDash && text[dash - 1] == '-')
        {
            dash--;
        }

        if (dash <= start + 2 || text[dash - 1] != ' ' || (text[mark] == '-' && dash == mark))
        {
            return false;
        }

        var word = Neighbours.WordBefore(text, text[dash - 2] == '-' ? dash - 2 : dash - 1, start);
        return !word.IsEmpty && char.IsLower(text[word.Start]);
    }

    /// <summary>Recognises the start of a name: "The Guardian", "Mr. Lee".</summary>
    private static bool OpensName(string text, in Neighbours near, int limit) =>
        near.After.End + 1 < limit
        && (text[near.After.End] == '.' || (text[near.After.End] == ' ' && char.IsUpper(text[near.After.End + 1])));

    /// <summary>Recognises the word "I", which has a capital anywhere.</summary>
    private static bool IsI(ReadOnlySpan<char> word) => word is ['I'] or ['I', '\'' or '’', ..];
}
