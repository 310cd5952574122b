using System.Globalization;

namespace ClaimTracker.Api.Domain.Verdicts;

/// <summary>The rating of a verdict: its name, and its value if it has one.</summary>
internal sealed record RatingName(string Name, double? Value)
{
    /// <summary>Reads a value by which a filter may name a rating; null if the text is not a number.</summary>
    public static double? ValueOf(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
