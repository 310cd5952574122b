using System.Globalization;

namespace ClaimTracker.Api.Domain.Verdicts;

/// <summary>A rating, in short.</summary>
internal sealed record RatingName(string Name, double? Value)
{
    /// <summary>The value that a filter may name in place of the rating's name; null where it is no number.</summary>
    public static double? ValueOf(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
