using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Sentences;

/// <summary>Recognises a missing space between two sentences, `word.Word`, but not in a decimal, an address or a file name.</summary>
internal static class RunTogether
{
    private const int FewestLetters = 2;

    public static bool Ends(string text, in Stop stop, in Neighbours near, int start, SentenceRules rules)
    {
        if (!char.IsUpper(near.First))
        {
            return false;
        }

        var before = near.Before.In(text);
        var after = near.After.In(text);
        var isWord = after.Length > 1 && char.IsLower(after[1]);
        if (before.Length > 1 && AllLower(before))
        {
            return isWord || (stop.HasClosing && after.Length > 1) || IsShortWord(text, near, rules);
        }

        // After the number of a year or a count a word opens a sentence; a version or a chapter has fewer digits.
        if (before.Length > 1 && near.Before.Start > start && isWord && after.Length > 2 && before.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return true;
        }

        // After a name, a number or a bracket only a sentence starter tells "Brazil.In" from "Brazil.Net".
        var afterBracket = before.IsEmpty && stop.Mark > 0 && Marks.IsClosing(text[stop.Mark - 1]);
        var followsName = afterBracket || stop.HasClosing || (before.Length > 1 && !before.Contains('.'));
        return followsName && (isWord || IsShortWord(text, near, rules)) && rules.IsStarter(after);
    }

    /// <summary>Recognises a missing space after a question, "is it open?they say", but not in the query of an address.</summary>
    public static bool EndsQuestion(string text, in Stop stop, int start, int limit)
    {
        var word = Neighbours.WordBefore(text, stop.Mark, start);
        var after = Neighbours.WordAt(text, stop.End, limit);
        return text[stop.RunEnd - 1] == '?' && !stop.HasClosing && word.Length >= FewestLetters && after.Length >= FewestLetters
            && (word.Start == start || char.IsWhiteSpace(text[word.Start - 1])) && AllLower(word.In(text)) && AllLower(after.In(text))
            && (after.End == limit || char.IsWhiteSpace(text[after.End]) || text[after.End] is ',' or '.' or '\'' or '’');
    }

    /// <summary>Recognises a missing space in Arabic script, which has no capitals, after a word that is no abbreviation.</summary>
    public static bool EndsCaseless(string text, in Stop stop, int start, SentenceRules rules)
    {
        if (Scripts.Of(text[stop.End]) != Script.Arabic || stop.Mark == start || Scripts.Of(text[stop.Mark - 1]) != Script.Arabic)
        {
            return false;
        }

        var word = Neighbours.WordBefore(text, stop.Mark, start).In(text);
        return word.Length >= FewestLetters && !word.Contains('.') && rules.ClassOf(word) == WordClass.None
            && stop.End + 1 < text.Length && Marks.IsWord(text[stop.End + 1]);
    }

    /// <summary>Recognises a word of one letter with a space after it, as in "A ideia".</summary>
    private static bool IsShortWord(string text, in Neighbours near, SentenceRules rules) =>
        near.After.Length == 1 && near.After.End < text.Length && text[near.After.End] == ' ' && rules.IsStarter(near.After.In(text));

    private static bool AllLower(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
