using System.Text.RegularExpressions;

namespace ClaimTracker.Text.Locating;

/// <summary>The pieces of a quote that leaves words out: "The toll rises [...] for all".</summary>
internal static partial class QuotePieces
{
    /// <summary>More pieces are no quote.</summary>
    private const int Most = 10;

    /// <summary>Returns the pieces between the signs for words left out; none if the quote is in one piece.</summary>
    public static IReadOnlyList<string> Of(string quote)
    {
        var pieces = LeftOut().Split(quote).Select(static p => p.Trim()).Where(static p => p.Any(char.IsLetterOrDigit)).ToList();
        return pieces.Count is > 1 and <= Most ? pieces : [];
    }

    [GeneratedRegex(
        @"\[ ?(?:\. ?\. ?\.|…) ?\]|\( ?(?:\. ?\. ?\.|…) ?\)|(?<=\s)(?:\.\.\.|…)(?=\s)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeftOut();
}
