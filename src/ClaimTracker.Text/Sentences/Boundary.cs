namespace ClaimTracker.Text.Sentences;

/// <summary>Decides whether a <see cref="Stop"/> ends a sentence. The order of the questions is the order of their certainty.</summary>
internal static class Boundary
{
    private const int LongestListNumber = 3;

    public static bool IsAt(string text, in Stop stop, int start, int limit, SentenceRules rules)
    {
        if (stop.End >= limit)
        {
            return true;
        }

        var near = Neighbours.Of(text, stop, start, limit);
        if (Marks.IsPlain(text[stop.RunEnd - 1]))
        {
            return true;
        }

        if (!near.Spaced)
        {
            return RunsTogether(text, stop, near);
        }

        if (char.IsLower(near.First) || near.First is ',' or ';' or ':' or ')' or ']' or '%')
        {
            return false;
        }

        var ends = text.AsSpan(stop.Mark, stop.RunEnd - stop.Mark) is "."
            ? FullStopEnds(text, stop, near, start, rules)
            : !IsBracketed(text, stop);
        return ends && !QuotedTitle.Holds(text, stop, start, limit) && !IsReported(text, stop, near, limit, rules);
    }

    /// <summary>`word.Word`: a missing space, but not a decimal, an address or a file name.</summary>
    private static bool RunsTogether(string text, in Stop stop, in Neighbours near)
    {
        if (near.Before.Length < 2 || near.After.Length < 2 || !char.IsUpper(near.First))
        {
            return false;
        }

        foreach (var c in near.Before.In(text))
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return char.IsLower(text[near.After.Start + 1]) || stop.HasClosing;
    }

    private static bool FullStopEnds(string text, in Stop stop, in Neighbours near, int start, SentenceRules rules)
    {
        var before = near.Before.In(text);
        var after = near.After.In(text);
        if (before.IsEmpty)
        {
            return near.Before.End > start;
        }

        if (IsListNumber(before, near.Before.Start == start))
        {
            return false;
        }

        if (char.IsDigit(near.First) && rules.BeforeNumbers.Contains(before))
        {
            return false;
        }

        if (rules.Binding.Contains(before))
        {
            return stop.HasClosing;
        }

        // "I" is the pronoun far more often than an initial.
        if (IsInitial(before) && before is not "I")
        {
            return IsStarter(after, rules) && !IsInitial(after);
        }

        if (rules.Abbreviations.Contains(before) || IsDotted(before))
        {
            return stop.HasClosing || IsStarter(after, rules) || near.Opened;
        }

        return true;
    }

    private static bool IsStarter(ReadOnlySpan<char> word, SentenceRules rules) => rules.Starters.Contains(word);

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsUpper(word[0]);

    /// <summary>"U.S", "J.K", "a.m": letters with full stops between them.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"1." or "a." that opens a list item.</summary>
    private static bool IsListNumber(ReadOnlySpan<char> word, bool opensSentence)
    {
        if (!opensSentence || word.Length > LongestListNumber)
        {
            return false;
        }

        return word.Length == 1 || word.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>"[...]" and "(…)" stand for words left out.</summary>
    private static bool IsBracketed(string text, in Stop stop) =>
        stop.HasClosing && stop.Mark > 0 && text[stop.Mark - 1] is '[' or '(';

    /// <summary>`"Stop!" Smith said.`: the quotation is part of the sentence that reports it.</summary>
    private static bool IsReported(string text, in Stop stop, in Neighbours near, int limit, SentenceRules rules)
    {
        if (!stop.HasClosing || !Marks.IsQuotation(text[stop.End - 1]) || near.Opened || near.After.IsEmpty)
        {
            return false;
        }

        var second = Neighbours.WordAt(text, Math.Min(near.After.End + 1, limit), limit);
        return rules.SpeechVerbs.Contains(second.In(text));
    }
}
