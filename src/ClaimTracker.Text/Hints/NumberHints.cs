using System.Globalization;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Hints;

/// <summary>Finds numbers in English sentences, with their unit and what they count. One that counts nothing is left out.</summary>
internal static class NumberHints
{
    private const int MostCounted = 4;
    private const int MostDigits = 15;
    private const int FewestToCount = 2;

    private static readonly WordSet Units = new(
        """
        percent dollars dollar euros euro pounds cents miles mile kilometers kilometres km meters metres feet acres hectares tons tonnes
        barrels gallons liters litres degrees pounds kilograms kg megawatts gigawatts years year months month weeks week days day hours hour
        minutes minute seconds
        """);

    private static readonly WordSet NoCount = new(
        """
        of in on for to and or but that who which whom were was are is be been have has had do did by at from since last this these those a
        an the with as after before during until than into over under per about if when while where because between across out up down more
        less fewer each every not no only also years year months month weeks week days day hours hour minutes minute times o'clock am pm
        points point overnight now will would could should may might can must said says told there it they he
        she we you i his her their our its according
        """);

    private static readonly WordSet Before = new("about around nearly almost roughly approximately over under some exactly only just");

    /// <summary>Finds the numbers of a sentence, in its order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="dates">Its dates: their numbers count nothing.</param>
    public static List<(CharSpan Span, HintNumber Number)> Of(HintSentence sentence, IReadOnlyList<CharSpan> dates)
    {
        var found = new List<(CharSpan, HintNumber)>();
        for (var i = 0; i < sentence.Count; i++)
        {
            var span = sentence.Tokens[i].Span;
            if (!dates.Any(date => date.Start <= span.Start && span.End <= date.End) && At(sentence, i) is var (last, number))
            {
                found.Add((sentence.Span(i, last), number));
                i = last;
            }
        }

        return found;
    }

    private static (int Last, HintNumber Number)? At(HintSentence s, int i)
    {
        if (ValueAt(s, i) is not { } read || IsName(s, i))
        {
            return null;
        }

        var (value, currency, last) = (read.Value, read.Currency, i);
        if (NumberWords.Power(s.At(last + 1)) is > 0 and var power && s.At(last + 1).Length > 2)
        {
            (value, last) = (value * power, last + 1);
        }

        var unit = currency;
        if (s.IsMarkAt(last + 1, "%"))
        {
            (unit, last) = ("percent", last + 1);
        }
        else if (unit is null && s.Is(last + 1, "per") && s.Is(last + 2, "cent"))
        {
            (unit, last) = ("percent", last + 2);
        }
        else if (unit is null && s.Is(last + 1, "percentage") && s.At(last + 2).StartsWith("point"))
        {
            (unit, last) = ("percentage points", last + 2);
        }
        else if (unit is null && s.In(last + 1, Units))
        {
            (unit, last) = (s.At(last + 1).ToString().ToLowerInvariant(), last + 1);
        }

        if (s.Is(last + 1, "ago") || s.Is(last + 1, "old"))
        {
            return null;
        }

        var counted = unit is null ? CountedFrom(s, last + 1)
            : s.Is(last + 1, "of") ? CountedFrom(s, s.Is(last + 2, "the") || s.Is(last + 2, "all") ? last + 3 : last + 2) : null;
        if (unit is null && counted is null)
        {
            return null;
        }

        return (unit is null ? counted!.Value.Last : last, new HintNumber((double)value, unit, counted?.Text, AboutOf(s, i)));
    }

    /// <summary>The value of digits, or of a word from two on.</summary>
    private static (decimal Value, string? Currency)? ValueAt(HintSentence s, int i)
    {
        var token = s.At(i);
        if (s.IsWordAt(i))
        {
            return NumberWords.Count(token) is >= FewestToCount and var count ? (count, null) : null;
        }

        if (!s.IsNumberAt(i) || token.Contains(':') || token.Contains('-') || token.Length > MostDigits)
        {
            return null;
        }

        var currency = char.IsAsciiDigit(token[0]) ? null : token[..1].ToString();
        var digits = currency is null ? token : token[1..];
        var letters = digits.TrimStart("0123456789.,");
        digits = digits[..^letters.Length];
        var power = letters.IsEmpty ? 1 : NumberWords.Power(letters);
        return power > 0 && decimal.TryParse(
            digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? (value * power, currency)
            : null;
    }

    /// <summary>"Boeing 737", "Article 5", "No. 10": the number is part of a name. "3 in 10" is a share.</summary>
    private static bool IsName(HintSentence s, int i)
    {
        var before = s.IsMarkAt(i - 1, ".") ? i - 2 : i - 1;
        return (before > 0 && s.IsCapitalAt(before) && !s.At(before).EndsWith("day") && !s.IsMarkAt(i - 1, ","))
            || (before == 0 && s.Is(before, "no"))
            || (s.Is(i - 1, "in") && s.IsNumberAt(i - 2))
            || s.IsMarkAt(i - 1, "/-–")
            || s.IsMarkAt(i + 1, "/–");
    }

    /// <summary>The words behind a number that it counts: up to the first that is none of a thing.</summary>
    private static (string Text, int Last)? CountedFrom(HintSentence s, int first)
    {
        var last = first;
        while (last < first + MostCounted && s.IsWordAt(last) && s.At(last).Length > 1 && !s.In(last, NoCount) && !IsVerb(s, last, first))
        {
            last++;
        }

        // "12 voted" counts nothing that is named.
        return last == first || (s.At(last - 1).EndsWith("ed") && s.At(last - 1).Length > 4)
            ? null
            : (s.Span(first, last - 1).Of(s.Text), last - 1);
    }

    private static bool IsVerb(HintSentence s, int i, int first) => i > first && s.At(i) is { Length: > 2 } word
        && (word.EndsWith("ed") || word.EndsWith("ly") || (word.EndsWith("ing") && !s.IsCapitalAt(i)) || NumberVerbs.Contains(word));

    /// <summary>Verbs that often follow a thing that was counted.</summary>
    private static readonly WordSet NumberVerbs = new(
        """
        die dies say says think use get left live lived work went came took made found lost won died fled own remain need want held met
        began rose fell grew
        """);

    private static string? AboutOf(HintSentence s, int i) =>
        (s.Is(i - 1, "than") && (s.Is(i - 2, "more") || s.Is(i - 2, "less") || s.Is(i - 2, "fewer")))
            || (s.Is(i - 1, "least") && s.Is(i - 2, "at"))
            || (s.Is(i - 1, "to") && s.Is(i - 2, "up"))
            ? s.Span(i - 2, i - 1).Of(s.Text)
            : s.In(i - 1, Before) ? s.At(i - 1).ToString() : null;
}
