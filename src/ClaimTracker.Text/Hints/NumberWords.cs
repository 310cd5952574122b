using System.Collections.Frozen;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Hints;

/// <summary>Numbers in English words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Words =
        new Dictionary<string, int>(EnglishNumbers.Counts, StringComparer.OrdinalIgnoreCase)
        {
            ["a"] = 1,
            ["an"] = 1,
            ["one"] = 1,
            ["fifteen"] = 15,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Powers =
        new Dictionary<string, decimal>(EnglishNumbers.Scales, StringComparer.OrdinalIgnoreCase)
        {
            ["tn"] = 1_000_000_000_000,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of "3", "three" and "a"; 0 for anything else.</summary>
    public static int Count(ReadOnlySpan<char> word) =>
        Words.TryGetValue(word, out var value) ? value : word.Length <= 3 && int.TryParse(word, out var digits) ? digits : 0;

    /// <summary>What "million", or the "m" of "4.2m", multiplies with; 0 for anything else.</summary>
    public static decimal Power(ReadOnlySpan<char> word) => Powers.TryGetValue(word, out var power) ? power : 0;
}
