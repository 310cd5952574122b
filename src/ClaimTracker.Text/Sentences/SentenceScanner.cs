using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>
/// Makes one pass from left to right over the unmodified text. Every sentence is a run of the text, so offsets are exact by construction.
/// White space only separates words here, line breaks included: the lines of one piece of prose are joined before.
/// </summary>
internal static class SentenceScanner
{
    public static void Scan(string text, CharSpan prose, SentenceRules rules, List<CharSpan> into)
    {
        var (start, proseEnd) = prose.Trim(text);
        var itemEnd = proseEnd;
        var seam = start;
        var name = LetterHead.BeforeName(text, new CharSpan(start, proseEnd));
        while (start < proseEnd)
        {
            // A list inside the line: each item is scanned by itself, as a full stop may be missing at its end.
            itemEnd = InlineList.EndOfItem(text, start, start < itemEnd ? itemEnd : proseEnd);
            seam = seam > start ? seam : Seams.After(text, start, new CharSpan(prose.Start, proseEnd), rules);
            var formula = LetterHead.AfterFormula(text, start, proseEnd);
            var limit = Math.Min(Math.Min(itemEnd, seam), Math.Min(name > start ? name : proseEnd, formula));
            var end = EndOfSentence(text, new CharSpan(start, limit), prose.Start, rules);
            into.Add(new CharSpan(start, end).Trim(text));
            start = SkipSpace(text, end, proseEnd);
        }
    }

    private static int EndOfSentence(string text, CharSpan rest, int paragraph, SentenceRules rules)
    {
        var position = rest.Start;
        while (position < rest.End)
        {
            var distance = text.AsSpan(position, rest.End - position).IndexOfAny(rules.Stops);
            if (distance < 0)
            {
                break;
            }

            var at = position + distance;
            var stop = rules.IsBreakOff(text[at])
                ? BrokenSpeech.StopAt(text, at, rest.End)
                : Behind(text, Stop.At(text, at, new CharSpan(paragraph, rest.End)), rest, rules);
            if (Boundary.IsAt(text, stop, rest.Start, rest.End, rules))
            {
                return NoteNumber.Past(text, rest.Start, stop.End, rest.End, rules);
            }

            position = stop.End;
        }

        return rest.End;
    }

    /// <summary>Adds to a stop what stays with its sentence: the number of a note, emoji.</summary>
    private static Stop Behind(string text, in Stop stop, CharSpan rest, SentenceRules rules) =>
        stop.End >= rest.End
            ? stop
            : Emoji.Past(text, NoteNumber.Attached(text, stop, rest.Start, rest.End, rules), rest.Start, rest.End);

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
