using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>
/// The ordinals of languages that write "third" as "3.": the full stop is inside the sentence, "am 3. Oktober", "der 5. Stock".
/// </summary>
/// <param name="Leads">Words before an ordinal.</param>
/// <param name="Heads">Words after it: months, centuries, floors.</param>
internal sealed record Ordinals(WordSet Leads, WordSet Heads)
{
    private const int MostDigits = 3;

    /// <summary>Checks whether the full stop belongs to an ordinal.</summary>
    public bool Holds(string text, in Neighbours near, int start, SentenceRules rules)
    {
        var number = near.Before.In(text);

        // "Ludwig XIV." and "II. Weltkrieg"; a sentence after it opens with an article.
        if (Numerals.IsRoman(number))
        {
            return near.First != '\0' && !IsLead(near.After.In(text));
        }

        if (number.Length > MostDigits || number.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return false;
        }

        return IsDate(text, near) || Heads.Contains(near.After.In(text))
            || (!near.IsOpened && char.IsUpper(near.First) && !rules.IsStarter(near.After.In(text))
                && (number.Length < MostDigits || FollowsLead(text, near, start)));
    }

    /// <summary>Recognises day and month, "3. 10."; but the two numbers in "3:1. 20.000" have nothing to do with each other.</summary>
    private static bool IsDate(string text, in Neighbours near)
    {
        var month = near.After;
        return month.Length is 1 or 2 && char.IsDigit(near.First) && month.End < text.Length && text[month.End] == '.'
            && (month.End + 1 == text.Length || !char.IsDigit(text[month.End + 1]));
    }

    private bool FollowsLead(string text, in Neighbours near, int start) =>
        near.Before.Start > start + 1 && IsLead(Neighbours.WordBefore(text, near.Before.Start - 1, start).In(text));

    private bool IsLead(ReadOnlySpan<char> word) => Leads.Contains(word);
}
