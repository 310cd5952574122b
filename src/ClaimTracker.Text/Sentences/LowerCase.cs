using System.Buffers;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>
/// Finds the end of a sentence before a small letter: hasty writers leave out the capital after a plain word or a question mark.
/// </summary>
internal static class LowerCase
{
    private const int ShortestCount = 4;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789-");

    /// <summary>Words that go on after an exclamation: "It fell! and rose."</summary>
    private static readonly WordSet Joining = new("and or but nor so yet then und oder aber et ou mais y pero och og maar ma said says");

    public static bool Opens(string text, in Stop stop, in Neighbours near, int start, SentenceRules rules, bool isFullStop)
    {
        if (near.IsDashed || !rules.LowerCaseOpens)
        {
            return false;
        }

        var starts = !near.IsOpened && rules.IsStarter(near.After.In(text)) && !Joining.Contains(near.After.In(text));
        if (stop.HasClosing)
        {
            return false;
        }

        return isFullStop
            ? (FullStop.FollowsPlainWord(near.Before.In(text), rules) && !IsAbbreviation(text, near.After, rules)
                && !Amounts.GoOn(text, near, start, rules)) || (starts && FollowsShortEnd(text, stop, near, start, rules))
            : text[stop.RunEnd - 1] switch
            {
                '?' => !near.IsOpened && !near.Before.IsEmpty && !char.IsUpper(text[near.Before.Start]),
                '!' => starts && !near.Before.IsEmpty && char.IsLower(text[near.Before.Start]),
                _ => false,
            };
    }

    /// <summary>Recognises other ends that only a sentence starter proves: "loved it.", "(3-3264).", "in 2005.".</summary>
    private static bool FollowsShortEnd(string text, in Stop stop, in Neighbours near, int start, SentenceRules rules)
    {
        var before = near.Before.In(text);
        return before.IsEmpty
            ? stop.Mark > start && text[stop.Mark - 1] is '"' or '”' or ')'
            : (before.Length == 2 && char.IsLower(before[0]) && rules.IsStarter(before) && rules.ClassOf(before) == WordClass.None)
                || (before.Length >= ShortestCount && before.IndexOfAnyExcept(Digits) < 0);
    }

    /// <summary>Recognises an abbreviation after another, as in "voc. ed. classes".</summary>
    private static bool IsAbbreviation(string text, CharSpan word, SentenceRules rules) =>
        word.End < text.Length && text[word.End] == '.' && rules.ClassOf(word.In(text)).HasFlag(WordClass.Abbreviation);
}
