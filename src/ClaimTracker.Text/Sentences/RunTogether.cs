using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>Recognises a missing space between two sentences, `word.Word`, but not in a decimal, an address or a file name.</summary>
internal static class RunTogether
{
    public static bool Ends(string text, in Stop stop, in Neighbours near, SentenceRules rules)
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

        // After a name, a number or a bracket only a sentence starter tells "Brazil.In" from "Brazil.Net".
        var afterBracket = before.IsEmpty && stop.Mark > 0 && Marks.IsClosing(text[stop.Mark - 1]);
        var followsName = afterBracket || stop.HasClosing || (before.Length > 1 && !before.Contains('.'));
        return followsName && (isWord || IsShortWord(text, near, rules)) && rules.IsStarter(after);
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
