using System.Globalization;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>Reads the text of a path or query parameter as the type that the request wants, or says what would be right.</summary>
internal static class ParameterText
{
    public static object Parse(string name, string text, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return RequestShape.ListedIn(type) is { } listed ? ParseAll(name, text, listed) : ParseOne(name, text, type);
    }

    // Several values have commas between them.
    private static Array ParseAll(string name, string text, Type type)
    {
        var parts = text.Split(',');
        if (parts.Length > HttpLimits.ListedValues)
        {
            throw Problem.Invalid(name, $"must have at most {HttpLimits.ListedValues} values");
        }

        var values = Array.CreateInstance(type, parts.Length);
        foreach (var (i, part) in parts.Index())
        {
            values.SetValue(
                type == typeof(string) && string.IsNullOrWhiteSpace(part)
                    ? throw Problem.Invalid(name, "must have values with a comma between each two, and none of them blank")
                    : ParseOne(name, part, type),
                i);
        }

        return values;
    }

    private static object ParseOne(string name, string text, Type type) =>
        type switch
        {
            _ when type == typeof(string) => TextGuard.Check(text) is { } wrong ? throw Problem.Invalid(name, wrong) : text,
            _ when type == typeof(long) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 => id,
            _ when type == typeof(ulong) && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count <= long.MaxValue => count,
            _ when type == typeof(int) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ when type == typeof(double)
                && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) => share,
            _ when type == typeof(bool) && text is "true" or "false" => text == "true",
            _ when type == typeof(DateOnly)
                && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
            _ when type == typeof(PartialDate) && PartialDate.TryParse(text, out var partial) => partial,
            _ when type == typeof(DateTimeOffset) && InstantConverter.TryParse(text, out var instant) => instant,
            _ when type.IsEnum && EnumWords.TryParse(type, text, out var word) => word!,
            _ => throw Problem.Invalid(name, Expected(type)),
        };

    private static string Expected(Type type) => type switch
    {
        _ when type == typeof(long) => $"must be a whole number from 1 to {long.MaxValue}",
        _ when type == typeof(ulong) => $"must be a whole number from 0 to {long.MaxValue}",
        _ when type == typeof(int) => $"must be a whole number from 0 to {int.MaxValue}",
        _ when type == typeof(double) => "must be a decimal number such as 0.5",
        _ when type == typeof(bool) => "must be true or false",
        _ when type == typeof(DateOnly) => "must be a date such as 2026-01-31",
        _ when type == typeof(PartialDate) => PartialDate.Expected,
        _ when type == typeof(DateTimeOffset) => InstantConverter.Expected,
        _ => EnumWords.Expected(type),
    };
}
