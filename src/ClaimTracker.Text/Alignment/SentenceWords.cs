using System.Text;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Alignment;

/// <summary>The words of a sentence, for comparison with another.</summary>
internal static class SentenceWords
{
    /// <summary>Normalises a sentence for comparison: each run of white space becomes one space, and letters are composed.</summary>
    public static string Same(string sentence)
    {
        var plain = string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Composed.Of(plain);
    }

    /// <summary>
    /// Returns the numbers of the words of a sentence, sorted, with repetitions. Case and punctuation are ignored. In scripts without
    /// spaces each character is a word; in a sentence without words each sign is.
    /// </summary>
    public static int[] Bag(string sentence, Dictionary<string, int> numbers)
    {
        var text = Same(sentence).ToLowerInvariant();
        var found = new List<int>();
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var alone = StandsAlone(rune);
            var inWord = !alone && IsWordPart(rune);
            if (start >= 0 && !inWord)
            {
                found.Add(Number(numbers, text[start..i]));
                start = -1;
            }

            if (alone)
            {
                found.Add(Number(numbers, text.Substring(i, length)));
            }
            else if (inWord && start < 0)
            {
                start = i;
            }

            i += length;
        }

        if (start >= 0)
        {
            found.Add(Number(numbers, text[start..]));
        }

        if (found.Count == 0)
        {
            found.AddRange(text.EnumerateRunes().Where(static r => !Rune.IsWhiteSpace(r)).Select(r => Number(numbers, r.ToString())));
        }

        found.Sort();
        return [.. found];
    }

    private static bool StandsAlone(Rune rune) => rune.IsBmp
        ? Rune.IsLetter(rune) && Scripts.Of((char)rune.Value) is Script.Han or Script.Kana or Script.Thai or Script.Myanmar
        : Rune.IsLetter(rune) && rune.Value is >= 0x20000 and <= 0x3FFFF;

    private static bool IsWordPart(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static int Number(Dictionary<string, int> numbers, string word)
    {
        numbers.TryAdd(word, numbers.Count);
        return numbers[word];
    }
}
