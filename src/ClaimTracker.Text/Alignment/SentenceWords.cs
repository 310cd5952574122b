using System.Buffers;
using System.Text;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Alignment;

/// <summary>The words of a sentence, for comparing it with another.</summary>
internal static class SentenceWords
{
    /// <summary>The form in which two sentences are the same: runs of white space are one space, composed and decomposed letters are alike.</summary>
    public static string Same(string sentence)
    {
        var plain = string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return IsWellFormed(plain) ? plain.Normalize(NormalizationForm.FormC) : plain;
    }

    /// <summary>
    /// The numbers of a sentence's words, sorted, a word that stands twice being there twice. Case and punctuation do not count.
    /// Scripts without spaces between words are taken by the character; a sentence without any word by its signs.
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

    // Normalize refuses half a surrogate pair, which a text may well hold.
    private static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
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
