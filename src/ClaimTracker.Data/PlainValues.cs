using System.Globalization;

namespace ClaimTracker.Data;

/// <summary>Values in the one form that both engines give: a whole number, a number, text, or null.</summary>
internal static class PlainValues
{
    /// <summary>A value as text: what goes into checksums, and into PostgreSQL.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>A value in the form that both engines give.</summary>
    public static object? Of(object value) => value switch
    {
        DBNull => null,
        bool flag => flag ? 1L : 0L,
        int number => (long)number,
        DateTime instant => DapperTypes.Format(instant),
        DateTimeOffset instant => DapperTypes.Format(instant.UtcDateTime),
        DateOnly date => DapperTypes.Format(date),
        long or double or string => value,
        _ => throw new NotSupportedException($"No table has a value of the type {value.GetType()}."),
    };
}
