using System.Collections.Frozen;

namespace ClaimTracker.Text.Hints;

/// <summary>Numbers in English words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Words =
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["a"] = 1,
            ["an"] = 1,
            ["one"] = 1,
            ["two"] = 2,
            ["three"] = 3,
            ["four"] = 4,
            ["five"] = 5,
            ["six"] = 6,
            ["seven"] = 7,
            ["eight"] = 8,
            ["nine"] = 9,
            ["ten"] = 10,
            ["eleven"] = 11,
            ["twelve"] = 12,
            ["fifteen"] = 15,
            ["twenty"] = 20,
            ["thirty"] = 30,
            ["forty"] = 40,
            ["fifty"] = 50,
            ["sixty"] = 60,
            ["seventy"] = 70,
            ["eighty"] = 80,
            ["ninety"] = 90,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Powers =
        new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["hundred"] = 100,
            ["thousand"] = 1_000,
            ["million"] = 1_000_000,
            ["billion"] = 1_000_000_000,
            ["trillion"] = 1_000_000_000_000,
            ["k"] = 1_000,
            ["m"] = 1_000_000,
            ["mn"] = 1_000_000,
            ["bn"] = 1_000_000_000,
            ["tn"] = 1_000_000_000_000,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of "3", "three" and "a"; 0 for anything else.</summary>
    public static int Count(ReadOnlySpan<char> word) =>
        Words.TryGetValue(word, out var value) ? value : word.Length <= 3 && int.TryParse(word, out var digits) ? digits : 0;

    /// <summary>What "million", or the "m" of "4.2m", multiplies with; 0 for anything else.</summary>
    public static decimal Power(ReadOnlySpan<char> word) => Powers.TryGetValue(word, out var power) ? power : 0;
}
