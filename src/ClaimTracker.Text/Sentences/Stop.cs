using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>
/// A place where a sentence may end: terminators, then the closing marks and note numbers that go with them (<c>."</c>, <c>?!)</c>,
/// <c>.[17]</c>).
/// </summary>
/// <param name="Mark">The first terminator.</param>
/// <param name="RunEnd">One past the first run of terminators.</param>
/// <param name="End">One past the closing marks: the end of the sentence, if it ends here.</param>
/// <param name="HasClosing">True if there are closing marks or notes.</param>
internal readonly record struct Stop(int Mark, int RunEnd, int End, bool HasClosing)
{
    /// <summary>In characters. Nothing longer in square brackets is a note number.</summary>
    private const int LongestNote = 4;

    /// <summary>In characters. Directly behind the mark a note may have words: "[citation needed]".</summary>
    private const int LongestAttached = 24;

    public static Stop At(string text, int mark, CharSpan prose)
    {
        var limit = prose.End;
        var runEnd = EndOfRun(text, mark + 1, limit);
        if (IsEllipsisOfNext(text, mark, runEnd, limit))
        {
            return new Stop(mark, mark + 1, mark + 1, HasClosing: false);
        }

        var end = runEnd;
        while (end < limit)
        {
            var next = EndOfRun(text, AfterNote(text, AfterClosing(text, end, prose), limit), limit);
            if (next == end)
            {
                break;
            }

            end = next;
        }

        var visible = end;
        while (end < limit && Marks.IsInvisible(text[end]))
        {
            end++;
        }

        return new Stop(mark, runEnd, end, visible > runEnd);
    }

    /// <summary>The end of a run of terminators. ". . ." is one run, the ellipsis of older house styles; ". ..." is two.</summary>
    private static int EndOfRun(string text, int at, int limit)
    {
        while (at < limit)
        {
            if (Marks.IsTerminator(text[at]))
            {
                at++;
            }
            else if (at + 1 < limit && text[at] == ' ' && text[at - 1] == '།' && text[at + 1] == '།')
            {
                at += 2;
            }
            else if (at + 1 < limit && text[at] is ' ' or '\u00A0' && text[at - 1] == '.' && text[at + 1] == '.'
                && (at + 2 == limit || text[at + 2] != '.'))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>
    /// In "compounds. . . . The" the first full stop ends its sentence, and the three after it show that the next sentence has lost its
    /// start.
    /// </summary>
    private static bool IsEllipsisOfNext(string text, int mark, int runEnd, int limit) =>
        runEnd - mark == 7 && runEnd + 1 < limit && mark > 0 && Marks.IsWord(text[mark - 1])
        && text[mark + 1] == ' ' && text[runEnd] == ' ' && char.IsUpper(text[runEnd + 1]);

    private static int AfterClosing(string text, int at, CharSpan prose)
    {
        var limit = prose.End;
        if (at < limit && text[at] is ' ' or '\u00A0' or '\u202F')
        {
            return AfterSpacedQuotation(text, at + 1, prose) ?? at;
        }

        var end = at;
        while (end < limit && Marks.IsClosing(text[end]))
        {
            end++;
        }

        // A quotation mark directly before a word opens the next sentence, `done."Next`, unless it closes a quotation: `"Done."Next`.
        return end > at && end < limit && char.IsLetterOrDigit(text[end]) && Marks.IsOpening(text[end - 1])
            && (!Marks.IsPlain(text[at - 1]) || text[end - 1] is '“' or '‘') && !Quotes.IsClosing(text, end - 1, prose.Start)
            ? end - 1
            : end;
    }

    /// <summary>
    /// Skips a closing mark with a space before it, as in French and at Dutch agencies. With a space after it too, the mark cannot open
    /// anything.
    /// </summary>
    private static int? AfterSpacedQuotation(string text, int at, CharSpan prose)
    {
        if (at >= prose.End)
        {
            return null;
        }

        var end = text[at] switch
        {
            '»' or '”' => at + 1,
            '\'' when at + 1 < prose.End && text[at + 1] == '\'' => at + 2,
            '"' when (at + 1 == prose.End || char.IsWhiteSpace(text[at + 1])) && Quotes.IsClosing(text, at, prose.Start) => at + 1,
            _ => prose.End + 1,
        };
        return end == prose.End || (end < prose.End && char.IsWhiteSpace(text[end])) ? end : null;
    }

    /// <summary>Skips "¹²", and "[17]" with or without a space before it, and a "[...]" for words left out after the sentence.</summary>
    private static int AfterNote(string text, int at, int limit)
    {
        while (at < limit && text[at] is '¹' or '²' or '³' or '†' or '‡' or '⁰' or (>= '⁴' and <= '⁹'))
        {
            at++;
        }

        while (at < limit && text[at] is '[' or ' ')
        {
            var open = text[at] == ' ' ? at + 1 : at;
            if (open == limit || text[open] != '[')
            {
                break;
            }

            var longest = open == at ? LongestAttached : LongestNote;
            var close = text.AsSpan(open, Math.Min(limit - open, longest + 2)).IndexOf(']');
            if (close < 2 || References.IsYear(text.AsSpan(open + 1, close - 1))
                || (open > at && !char.IsDigit(text[open + 1]) && !Marks.IsTerminator(text[open + 1])))
            {
                break;
            }

            at = open + close + 1;
        }

        return at;
    }
}
