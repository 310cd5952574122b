using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>A single full stop with a space after it: the end of a sentence, of an abbreviation, or of both.</summary>
internal static class FullStop
{
    private const int LongestListNumber = 4;

    /// <summary>In characters. In "At 5 a.m. Mr. Lee" the time only opens the sentence: it is too close to its start to end it.</summary>
    private const int LongestOpening = 12;

    private const int LongestPart = 3;
    private const int ShortestPlainWord = 3;
    private const int ShortestPlainName = 4;

    public static bool Ends(string text, in Stop stop, in Neighbours near, int start, SentenceRules rules)
    {
        var before = near.Before.In(text);
        if (before.IsEmpty)
        {
            return near.Before.End > start;
        }

        if ((IsListNumber(before) && OpensSentence(text, near, start))
            || IsNoteInBracket(text, near, before, start)
            || IsSpacedAbbreviation(text, near, before, start))
        {
            return false;
        }

        var spaced = ClassOfSpaced(text, near, start, rules);
        var kind = rules.ClassOf(before) | spaced;
        if (kind.HasFlag(WordClass.BeforeNumber) && (char.IsDigit(near.First) || Numerals.IsRoman(near.After.In(text))))
        {
            return false;
        }

        if (References.Hold(text, near, kind) || Amounts.CountNext(text, near, start, rules)
            || (kind.HasFlag(WordClass.Trailing) && Numerals.DateNext(text, near, start)))
        {
            return false;
        }

        if (IsSmallLetter(before) && spaced == WordClass.None)
        {
            return kind.HasFlag(WordClass.Trailing) && Numerals.ComeBefore(text, near, start)
                ? !near.IsDashed
                : IsStarter(text, near, rules);
        }

        if (kind.HasFlag(WordClass.Binding))
        {
            return stop.HasClosing;
        }

        if (spaced.HasFlag(WordClass.Trailing) || (before.Length > 1 && kind.HasFlag(WordClass.Trailing)))
        {
            return !near.IsDashed;
        }

        if (IsInitial(before))
        {
            return (before is "I" && !FollowsName(text, near, start)) || IsStarter(text, near, rules);
        }

        if (kind.HasFlag(WordClass.Abbreviation) || IsDotted(before))
        {
            return stop.HasClosing || Marks.IsQuotation(near.Open)
                || (IsStarter(text, near, rules) && !OnlyOpens(text, near, start, rules));
        }

        return rules.Ordinals is null || !rules.Ordinals.Holds(text, near, start, rules);
    }

    /// <summary>Recognises an ordinary word: its full stop can only end a sentence.</summary>
    public static bool FollowsPlainWord(ReadOnlySpan<char> word, SentenceRules rules)
    {
        if (word.Length < ShortestPlainWord
            || (char.IsUpper(word[0]) && word.Length < ShortestPlainName)
            || rules.ClassOf(word) != WordClass.None)
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsStarter(string text, in Neighbours near, SentenceRules rules) =>
        !near.IsDashed && near.Open != '(' && rules.IsStarter(near.After.In(text))
        && !(IsInitial(near.After.In(text)) && near.After.End < text.Length && text[near.After.End] == '.');

    private static bool OnlyOpens(string text, in Neighbours near, int start, SentenceRules rules) =>
        near.Before.Start - start < LongestOpening && rules.ClassOf(near.After.In(text)).HasFlag(WordClass.Binding);

    /// <summary>
    /// Recognises a single small letter. After a number it is a measure, which may end a sentence ("1.80 m."); else it is an abbreviation
    /// ("v. Chr.", "г. Москва").
    /// </summary>
    private static bool IsSmallLetter(ReadOnlySpan<char> word) => word.Length == 1 && char.IsLetter(word[0]) && !char.IsUpper(word[0]);

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsUpper(word[0]);

    /// <summary>Checks whether the word before the initial has a capital too: "Ann I. Lee", but not "so did I. Lee".</summary>
    private static bool FollowsName(string text, in Neighbours near, int start) =>
        near.Before.Start > start + 1
        && Neighbours.WordBefore(text, near.Before.Start - 1, start) is { IsEmpty: false } name
        && char.IsUpper(text[name.Start]);

    /// <summary>
    /// Recognises letters with full stops between them ("U.S", "J.K", "a.m") and short parts with capitals ("Ph.D", "J.-P", "Pub.L").
    /// </summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            var parts = c is '.' or '-';
            letters = parts ? 0 : letters + 1;
            if (!parts && (!char.IsLetter(c) || letters > LongestPart || (letters > 1 && !char.IsUpper(word[0]))))
            {
                return false;
            }
        }

        return char.IsLetter(word[0]) && word.Contains('.');
    }

    /// <summary>Recognises the number of a list item: "1." or "a.".</summary>
    private static bool IsListNumber(ReadOnlySpan<char> word) =>
        word.Length == 1 || (word.Length <= LongestListNumber && word.IndexOfAnyExceptInRange('0', '9') < 0);

    /// <summary>Checks that nothing comes before the word but a bullet or a bracket.</summary>
    private static bool OpensSentence(string text, in Neighbours near, int start)
    {
        var between = near.Before.Start - start;
        return between == 0 || (between <= 2 && !Marks.IsWord(text[start]) && !Marks.IsWord(text[near.Before.Start - 1]));
    }

    /// <summary>Recognises "z. B." and the like: a small letter, then another letter with a full stop.</summary>
    private static bool IsSpacedAbbreviation(string text, in Neighbours near, ReadOnlySpan<char> before, int start) =>
        before.Length == 1 && char.IsLower(before[0])
        && near.After.Length == 1 && near.After.End < text.Length && text[near.After.End] == '.'
        && !Numerals.ComeBefore(text, near, start);

    /// <summary>The class of "h." in "d. h.": an abbreviation, and also of the class of "d.h." if that is known.</summary>
    private static WordClass ClassOfSpaced(string text, in Neighbours near, int start, SentenceRules rules)
    {
        var (first, last) = (near.Before.Start - 3, near.Before.Start);
        if (near.Before.Length != 1 || first < start || text[first + 1] != '.' || !char.IsLetter(text[first]) || !char.IsLetter(text[last])
            || (first > start && Marks.IsWord(text[first - 1])))
        {
            return WordClass.None;
        }

        return WordClass.Abbreviation | rules.ClassOf([text[first], '.', text[last]]);
    }

    /// <summary>Recognises a short word that opens a bracket, as in "(c. 1818": it is not a sentence of one word.</summary>
    private static bool IsNoteInBracket(string text, in Neighbours near, ReadOnlySpan<char> before, int start) =>
        before.Length <= LongestListNumber && char.IsLower(before[0]) && near.Before.Start > start && text[near.Before.Start - 1] == '(';
}
