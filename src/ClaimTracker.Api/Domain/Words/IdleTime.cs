using System.Globalization;
using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Domain.Words;

/// <summary>How long nothing was done: an ISO 8601 duration in weeks, days and hours, such as P2W, P14D, PT36H or P1DT12H.</summary>
internal static partial class IdleTime
{
    /// <returns>Null for no text, and for what is no such duration or longer than the longest.</returns>
    public static TimeSpan? Parse(string? text)
    {
        if (text is null || Duration().Match(text) is not { Success: true } parts)
        {
            return null;
        }

        var hours = (((Number("weeks") * 7) + Number("days")) * 24) + Number("hours");
        return hours is > 0 and <= Limits.IdleDays * 24 ? TimeSpan.FromHours(hours) : null;

        int Number(string unit) =>
            parts.Groups[unit] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>An optional duration of this kind.</summary>
    public static IRuleBuilderOptions<T, string?> Idle<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(static text => text is null || Parse(text) is not null)
        .WithMessage($"must be a duration such as P14D, P2W or PT36H, of an hour to {Limits.IdleDays:N0} days");

    [GeneratedRegex(
        @"^P(?=[0-9T])((?<weeks>[0-9]{1,5})W|((?<days>[0-9]{1,5})D)?(T(?<hours>[0-9]{1,6})H)?)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Duration();
}
