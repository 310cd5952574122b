namespace ClaimTracker.Text.Languages;

/// <summary>A writing system, as far as it tells languages apart (blocks of the Unicode character database).</summary>
internal enum Script
{
    None,
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Tibetan,
    Georgian,
    Khmer,
    Myanmar,
    Hangul,
    Ethiopic,
    Kana,
    Han,
}

internal static class Scripts
{
    /// <summary>Japanese mixes kana with Han: from this ratio of kana to Han a text is Japanese.</summary>
    private const double KanaShare = 0.1;

    public static Script Of(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => char.IsLetter(c) ? Script.Latin : Script.None,
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0531' and <= '\u058F' => Script.Armenian,
        >= '\u05D0' and <= '\u05F2' => Script.Hebrew,
        >= '\u0620' and <= '\u074A' or >= '\uFB50' and <= '\uFEFC' => Script.Arabic,
        >= '\u0900' and <= '\u0963' => Script.Devanagari,
        >= '\u0980' and <= '\u09FF' => Script.Bengali,
        >= '\u0A00' and <= '\u0A7F' => Script.Gurmukhi,
        >= '\u0A80' and <= '\u0AFF' => Script.Gujarati,
        >= '\u0B80' and <= '\u0BFF' => Script.Tamil,
        >= '\u0C00' and <= '\u0C7F' => Script.Telugu,
        >= '\u0C80' and <= '\u0CFF' => Script.Kannada,
        >= '\u0D00' and <= '\u0D7F' => Script.Malayalam,
        >= '\u0D80' and <= '\u0DFF' => Script.Sinhala,
        >= '\u0E80' and <= '\u0EFF' => Script.Lao,
        >= '\u0F00' and <= '\u0FFF' => Script.Tibetan,
        >= '\u10A0' and <= '\u10FF' => Script.Georgian,
        >= '\u1780' and <= '\u17FF' => Script.Khmer,
        >= '\u0E01' and <= '\u0E5B' => Script.Thai,
        >= '\u1000' and <= '\u109F' => Script.Myanmar,
        >= '\u1100' and <= '\u11FF' or >= '\uAC00' and <= '\uD7A3' => Script.Hangul,
        >= '\u1200' and <= '\u137F' => Script.Ethiopic,
        >= '\u3041' and <= '\u30FF' => Script.Kana,
        >= '\u3400' and <= '\u9FFF' => Script.Han,
        _ => Script.None,
    };

    /// <summary>
    /// The usual number of characters of a word in a script that has no spaces between words; 0 in all other scripts.
    /// </summary>
    public static int CharactersOfWord(char c) => c switch
    {
        < '\u0E00' => 0,
        <= '\u0EFF' or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') => 5,
        (>= '\u3041' and <= '\u9FFF') or (>= '\uFF66' and <= '\uFF9D') => 2,
        _ => 0,
    };

    public static Script Dominant(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Enum.GetValues<Script>().Length];
        foreach (var c in text)
        {
            counts[(int)Of(c)]++;
        }

        counts[(int)Script.None] = 0;
        var han = counts[(int)Script.Han];
        if (counts[(int)Script.Kana] > KanaShare * han)
        {
            counts[(int)Script.Kana] += han;
        }

        var best = Script.None;
        for (var s = 1; s < counts.Length; s++)
        {
            best = counts[s] > counts[(int)best] ? (Script)s : best;
        }

        return best;
    }
}
