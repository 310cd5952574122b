using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>A short word with a full stop after a number: a unit or a number word, in whatever language ("40 kts.", "3 mio.").</summary>
internal static class Amounts
{
    private const int LongestUnit = 4;
    private const string Vowels = "aeiouyäöüåæøáàâãéèêëíìîïóòôõúùûýœаеиоуыэюяёіїєαεηιουω";

    /// <summary>Millions and thousands, which something is counted in: "5 mld. Kč".</summary>
    private static readonly WordSet Counts = new(
        """
        mio mill mil mill mia mld mlrd mdr mrd milj mln mlr mn bn tn bln trln tsd tis tys tuh ths тыс тис млн млрд трлн хил мың χιλ εκατ
        """);

    /// <summary>Checks whether the word counts the name, the currency or the acronym after it.</summary>
    public static bool CountNext(string text, in Neighbours near, int start, SentenceRules rules) =>
        Counts.Contains(near.Before.In(text)) && FollowsNumber(text, near, start)
        && !near.After.IsEmpty && !near.IsOpened && !rules.IsStarter(near.After.In(text));

    /// <summary>
    /// Checks whether a small letter after the full stop goes on: after a word without vowels always, after another short word if it is no
    /// sentence starter.
    /// </summary>
    public static bool GoOn(string text, in Neighbours near, int start, SentenceRules rules)
    {
        var unit = near.Before.In(text);
        return unit.Length <= LongestUnit + 1 && FollowsNumber(text, near, start)
            && (Counts.Contains(unit)
                || (unit.Length <= LongestUnit && (!HasVowel(unit) || !rules.IsStarter(near.After.In(text)))));
    }

    private static bool FollowsNumber(string text, in Neighbours near, int start)
    {
        var at = near.Before.Start - 1;
        at -= at > start && text[at] is ' ' or '\u00A0' or '\u202F' ? 1 : 0;
        return at >= start && char.IsDigit(text[at]);
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (Vowels.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
