namespace ClaimTracker.Text.Words;

/// <summary>
/// Takes the endings off English words, so that forms of a word are the same: M. F. Porter, "An algorithm for suffix stripping", Program
/// 14 (1980), with the changes of his own later program. Words of other languages lose what looks like such an ending, the same in a
/// text as in a question.
/// </summary>
internal static class PorterStemmer
{
    private const int Shortest = 3;

    private static readonly (string From, string To)[] SecondStep =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string From, string To)[] ThirdStep =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] FourthStep =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive",
        "ize",
    ];

    /// <summary>The stem of a word of small letters a to z.</summary>
    public static string Of(string word) =>
        word.Length < Shortest ? word : Final(Fourth(Replaced(Replaced(Third(Past(Plural(word))), SecondStep), ThirdStep)));

    private static string Plural(string w) =>
        w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("ies", StringComparison.Ordinal) ? w[..^2]
        : w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal) ? w[..^1]
        : w;

    private static string Past(string w)
    {
        if (w.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(w, w.Length - 3) > 0 ? w[..^1] : w;
        }

        var cut = w.EndsWith("ed", StringComparison.Ordinal) ? 2 : w.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (cut == 0 || !HasVowel(w, w.Length - cut))
        {
            return w;
        }

        var stem = w[..^cut];
        return stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("bl", StringComparison.Ordinal)
                || stem.EndsWith("iz", StringComparison.Ordinal) ? stem + "e"
            : EndsInDouble(stem) && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1]
            : Measure(stem, stem.Length) == 1 && EndsShort(stem, stem.Length) ? stem + "e"
            : stem;
    }

    private static string Third(string w) => w.EndsWith('y') && HasVowel(w, w.Length - 1) ? w[..^1] + "i" : w;

    private static string Replaced(string w, (string From, string To)[] endings)
    {
        foreach (var (from, to) in endings)
        {
            if (w.EndsWith(from, StringComparison.Ordinal))
            {
                return Measure(w, w.Length - from.Length) > 0 ? w[..^from.Length] + to : w;
            }
        }

        return w;
    }

    private static string Fourth(string w)
    {
        var longest = FourthStep.Where(ending => w.EndsWith(ending, StringComparison.Ordinal)).MaxBy(static ending => ending.Length);
        if (longest is null)
        {
            return w;
        }

        var stem = w.Length - longest.Length;
        return Measure(w, stem) > 1 && (longest != "ion" || (stem > 0 && w[stem - 1] is 's' or 't')) ? w[..stem] : w;
    }

    private static string Final(string w)
    {
        if (w.EndsWith('e'))
        {
            var measure = Measure(w, w.Length - 1);
            w = measure > 1 || (measure == 1 && !EndsShort(w, w.Length - 1)) ? w[..^1] : w;
        }

        return w.EndsWith("ll", StringComparison.Ordinal) && Measure(w, w.Length) > 1 ? w[..^1] : w;
    }

    private static bool IsConsonant(string w, int i) => w[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(w, i - 1),
        _ => true,
    };

    /// <summary>How often consonants follow vowels in the first letters of a word.</summary>
    private static int Measure(string w, int length)
    {
        var (measure, vowels) = (0, false);
        for (var i = 0; i < length; i++)
        {
            var consonant = IsConsonant(w, i);
            measure += consonant && vowels ? 1 : 0;
            vowels = !consonant;
        }

        return measure;
    }

    private static bool HasVowel(string w, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!IsConsonant(w, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInDouble(string w) => w.Length > 1 && w[^1] == w[^2] && IsConsonant(w, w.Length - 1);

    private static bool EndsShort(string w, int length) => length > 2
        && IsConsonant(w, length - 3)
        && !IsConsonant(w, length - 2)
        && IsConsonant(w, length - 1)
        && w[length - 1] is not ('w' or 'x' or 'y');
}
