using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Matching;

/// <summary>A number of a text with what it counts.</summary>
/// <param name="Value">Its value: "1.8 million" is 1,800,000.</param>
/// <param name="Unit">What it counts, such as % or $, or the word behind it; empty if that is not known.</param>
/// <param name="Words">As it stands in the text.</param>
/// <param name="IsYear">Whether it is a year.</param>
internal sealed record SpokenNumber(double Value, string Unit, string Words, bool IsYear);

/// <summary>Finds the numbers of a text, in digits or in words.</summary>
internal static partial class SpokenNumbers
{
    private const int Timeout = 1000;
    private const int FirstYear = 1800;
    private const int LastYear = 2100;
    private const double Closeness = 0.005;

    private static readonly Dictionary<string, decimal> Scales = new(EnglishNumbers.Scales, StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = 1_000_000_000,
    };

    public static IReadOnlyList<SpokenNumber> Of(string text)
    {
        var numbers = new List<SpokenNumber>();
        foreach (Match found in Number().Matches(text))
        {
            var digits = found.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
            var isWord = digits.Length == 0;
            var value = isWord
                ? EnglishNumbers.Counts[found.Groups["word"].Value]
                : double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            var scale = found.Groups["scale"].Value;
            var unit = Unit(found);
            var isYear = !isWord && scale.Length == 0 && digits.Length == 4 && value is >= FirstYear and <= LastYear
                && found.Groups["sign"].Length == 0 && unit is not ("%" or "$" or "€" or "£");
            var behind = found.Groups["unit"];
            var isCounted = !isYear && unit.Length > 0 && found.Groups["sign"].Length == 0;
            var words = behind.Success && !isCounted ? text[found.Index..behind.Index] : found.Value;
            numbers.Add(new SpokenNumber(
                scale.Length > 0 ? value * (double)Scales[scale] : value, isYear ? "" : unit, words.Trim().TrimEnd('-'), isYear));
        }

        return numbers;
    }

    /// <summary>Whether two numbers are the same but for rounding.</summary>
    public static bool AreSame(SpokenNumber one, SpokenNumber other) => one.IsYear
        ? one.Value == other.Value
        : Math.Abs(one.Value - other.Value) <= Closeness * Math.Max(one.Value, other.Value);

    private static string Unit(Match found)
    {
        var unit = found.Groups["sign"].Length > 0 ? found.Groups["sign"].Value : found.Groups["unit"].Value;
        return unit.ToLowerInvariant() switch
        {
            "percent" or "per cent" or "percentage" => "%",
            "dollar" or "dollars" or "usd" => "$",
            "euro" or "euros" or "eur" => "€",
            "pound" or "pounds" => "£",
            var word => word.Length > 3 ? word.TrimEnd('s') : word.Length == 1 && !char.IsLetter(word[0]) ? word : "",
        };
    }

    [GeneratedRegex(
        @"(?<sign>[$€£])?\s?(?<![\w.,])((?<digits>\d([\d,]*\d)?(\.\d+)?)|(?<word>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        + @"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
        + @"(-?\s?(?<scale>hundred|thousand|million|billion|trillion|mn|bn|k|m|b)\b)?"
        + @"(-|\s?)(?<unit>%|per\scent\b|\p{L}+)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        Timeout)]
    private static partial Regex Number();
}
