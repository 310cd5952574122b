namespace ClaimTracker.Text.Sentences;

/// <summary>Recognises the number of a note that has lost its superscript: <c>It was a right. 4 Even though …</c>.</summary>
internal static class NoteNumber
{
    private const int MostDigits = 2;

    /// <summary>
    /// Moves the end of a sentence past its note, if a note follows <paramref name="end"/>. Only a sentence starter after the number tells
    /// a note from a count.
    /// </summary>
    public static int Past(string text, int start, int end, int limit, SentenceRules rules)
    {
        if (text[end - 1] is '?' or '!' || end + 2 >= limit || text[end] != ' '
            || !char.IsAsciiDigit(text[end + 1]) || char.IsDigit(text[start]))
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
