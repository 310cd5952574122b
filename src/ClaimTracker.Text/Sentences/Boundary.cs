using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>Decides whether a <see cref="Stop"/> ends a sentence. The most certain questions come first.</summary>
internal static class Boundary
{
    /// <summary>In words, with the title.</summary>
    private const int LongestName = 4;

    public static bool IsAt(string text, in Stop stop, int start, int limit, SentenceRules rules)
    {
        if (stop.End >= limit)
        {
            return true;
        }

        // Burmese types its full stop as two commas.
        if (text[stop.Mark] == '၊' && stop.RunEnd - stop.Mark == 1)
        {
            return false;
        }

        if (text[stop.Mark] == '၊' || Marks.IsPlain(text[stop.RunEnd - 1]))
        {
            var wide = text[stop.Mark] == '．';
            return !QuotedTitle.HoldsCjk(text, stop, start, limit)
                && !(wide && (char.IsDigit(text[stop.End]) || FullWidth.Abbreviates(text, stop.Mark, start)))
                && (!stop.HasClosing || !rules.Particles.Contains(text[stop.End], StringComparison.Ordinal));
        }

        // An ellipsis that opens the sentence.
        if (stop.Mark == start)
        {
            return false;
        }

        // Most stops inside numbers and addresses need no look at their neighbours.
        var next = text[stop.End];
        if (RunTogether.EndsCaseless(text, stop, start, rules)
            || (char.IsLower(next) && RunTogether.EndsQuestion(text, stop, start, limit)))
        {
            return true;
        }

        if (!char.IsWhiteSpace(next) && !char.IsUpper(next) && !Marks.IsOpening(next))
        {
            return false;
        }

        var near = Neighbours.Of(text, stop, start, limit);
        if (rules.SoftStops.Contains(text[stop.Mark], StringComparison.Ordinal))
        {
            return near.Spaced && char.IsUpper(near.First) && rules.IsStarter(near.After.In(text));
        }

        if (rules.IsBreakOff(text[stop.Mark]))
        {
            return BrokenSpeech.Ends(text, stop, near, start, limit, rules) && !IsReported(text, stop, near, limit, rules);
        }

        if (!near.Spaced)
        {
            return RunTogether.Ends(text, stop, near, start, rules);
        }

        if (near.First is ',' or ';' or ':' or ')' or ']' or '%' or '/')
        {
            return false;
        }

        var isFullStop = text.AsSpan(stop.Mark, stop.RunEnd - stop.Mark) is ".";
        if (char.IsLower(near.First) && !IsBrand(near.After.In(text)))
        {
            return LowerCase.Opens(text, stop, near, start, rules, isFullStop);
        }

        var ends = isFullStop
            ? FullStop.Ends(text, stop, near, start, rules)
            : !IsBracketed(text, stop) && !IsName(text, near, rules) && !IsPause(text, stop, near);
        return ends && !QuotedTitle.Holds(text, stop, start, limit) && !IsReported(text, stop, near, limit, rules);
    }

    /// <summary>Recognises a name with its capital further in, which may open a sentence: "iPhone", "eBay".</summary>
    private static bool IsBrand(ReadOnlySpan<char> word) =>
        word.Length > 3 && (char.IsUpper(word[1]) || char.IsUpper(word[2]) || char.IsUpper(word[3]));

    /// <summary>Recognises a name with a mark of its own, such as "Yahoo!".</summary>
    private static bool IsName(string text, in Neighbours near, SentenceRules rules) =>
        rules.NamesWithMark.Contains(near.Before.In(text)) && !rules.IsStarter(near.After.In(text));

    /// <summary>Recognises a pause, an ellipsis between spaces: "The thing is ... I forgot". The word "I" has a capital anywhere.</summary>
    private static bool IsPause(string text, in Stop stop, in Neighbours near) =>
        !stop.HasClosing && near.First == 'I' && text[stop.Mark] is '.' or '…'
        && char.IsWhiteSpace(text[stop.Mark - 1]) && stop.RunEnd - stop.Mark is 1 or 3 or 5
        && near.After.In(text) is ['I'] or ['I', '\'' or '’', ..];

    /// <summary>Recognises "[...]" and "(…)", which mark words left out.</summary>
    private static bool IsBracketed(string text, in Stop stop) =>
        stop.HasClosing && stop.Mark > 0 && text[stop.Mark - 1] is '[' or '(';

    /// <summary>
    /// Recognises a reported quotation, which is part of the sentence around it: `"Stop!" Smith said.` A full stop would be a comma there.
    /// </summary>
    private static bool IsReported(string text, in Stop stop, in Neighbours near, int limit, SentenceRules rules)
    {
        if (!stop.HasClosing || text[stop.RunEnd - 1] == '.' || !Marks.IsQuotation(text[stop.End - 1])
            || near.IsOpened || near.After.IsEmpty)
        {
            return false;
        }

        // The verb comes after a name, which may have a title: "Mr. Lund asked".
        var name = near.After;
        for (var words = 0; words < LongestName && !name.IsEmpty && char.IsUpper(text[name.Start]); words++)
        {
            var next = name.End < limit && text[name.End] == '.' ? name.End + 2 : name.End + 1;
            name = Neighbours.WordAt(text, Math.Min(next, limit), limit);
        }

        return rules.SpeechVerbs.Contains(name.In(text));
    }
}
