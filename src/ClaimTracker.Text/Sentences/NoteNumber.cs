namespace ClaimTracker.Text.Sentences;

/// <summary>The number of a note, which has lost its superscript on the way: <c>It was a right. 4 Even though …</c>.</summary>
internal static class NoteNumber
{
    private const int MostDigits = 2;

    /// <summary>Where a sentence ends that ended at <paramref name="end"/> but for its note. Only a word that opens sentences tells a note from a count.</summary>
    public static int Past(string text, int start, int end, int limit, SentenceRules rules)
    {
        if (text[end - 1] is '?' or '!' || end + 2 >= limit || text[end] != ' ' || !char.IsAsciiDigit(text[end + 1]) || char.IsDigit(text[start]))
        {
            return end;
        }

        var close = end + 2;
        while (close < limit && char.IsAsciiDigit(text[close]))
        {
            close++;
        }

        return close - end <= MostDigits + 1 && close + 1 < limit && text[close] == ' ' && char.IsUpper(text[close + 1])
            && rules.IsStarter(Neighbours.WordAt(text, close + 1, limit).In(text))
            ? close
            : end;
    }
}
