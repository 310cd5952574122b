namespace ClaimTracker.Text.Sentences;

/// <summary>
/// A place where a sentence may end: terminators, then the closing marks and note numbers that go with them (<c>."</c>, <c>?!)</c>, <c>.[17]</c>).
/// </summary>
/// <param name="Mark">The first terminator.</param>
/// <param name="RunEnd">Past the first run of terminators.</param>
/// <param name="End">Past the closing marks: where the sentence would end.</param>
internal readonly record struct Stop(int Mark, int RunEnd, int End)
{
    /// <summary>Nothing longer in square brackets is a note number.</summary>
    private const int LongestNote = 4;

    public bool HasClosing => End > RunEnd;

    public static Stop At(string text, int mark, int limit)
    {
        var runEnd = EndOfRun(text, mark, limit);
        var end = runEnd;
        while (end < limit)
        {
            var next = EndOfRun(text, AfterNote(text, AfterClosing(text, end, limit), limit), limit);
            if (next == end)
            {
                break;
            }

            end = next;
        }

        return new Stop(mark, runEnd, end);
    }

    /// <summary>Terminators in a row; ". . ." is one run, as the ellipsis of older house styles.</summary>
    private static int EndOfRun(string text, int at, int limit)
    {
        while (at < limit && Marks.IsTerminator(text[at]))
        {
            at++;
            if (at + 1 < limit && text[at] is ' ' or '\u00A0' && text[at - 1] == '.' && text[at + 1] == '.')
            {
                at++;
            }
        }

        return at;
    }

    private static int AfterClosing(string text, int at, int limit)
    {
        // French sets a space before its closing mark: one that a space follows too cannot open anything.
        if (at + 1 < limit && text[at] is ' ' or '\u00A0' or '\u202F' && text[at + 1] is '»' or '”'
            && (at + 2 == limit || char.IsWhiteSpace(text[at + 2])))
        {
            return at + 2;
        }

        var end = at;
        while (end < limit && Marks.IsClosing(text[end]))
        {
            end++;
        }

        // A quotation mark with a word behind it opens the next sentence: `done."Next`.
        return end > at && end < limit && char.IsLetterOrDigit(text[end]) && Marks.IsOpening(text[end - 1]) && !Marks.IsPlain(text[at - 1])
            ? end - 1
            : end;
    }

    private static int AfterNote(string text, int at, int limit)
    {
        while (at < limit && text[at] == '[')
        {
            var close = text.AsSpan(at, Math.Min(limit - at, LongestNote + 2)).IndexOf(']');
            if (close < 2)
            {
                break;
            }

            at += close + 1;
        }

        return at;
    }
}
