using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Web.Json;

/// <summary>Instants as RFC 3339. An offset is required on the way in, and is <c>Z</c> on the way out.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public const string Expected = "must be an instant such as 2026-01-31T12:00:00Z";
    private const int ClockDigits = 7;
    private const int MaxDigits = 9;
    private const string OutFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";
    private static readonly string[] InFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public static bool TryParse(string? text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        Plain(text ?? ""),
        InFormats,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out instant);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new ExpectedException(Expected);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    // RFC 3339 lets the letters be small. Of nine digits of a second, those that the clock of .NET does not have are cut off.
    private static string Plain(string text)
    {
        var plain = text.Replace('t', 'T').Replace('z', 'Z');
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : plain.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9');
        if (point >= 0 && digits == 0)
        {
            return "";
        }

        return digits is > ClockDigits and <= MaxDigits ? plain.Remove(point + 1 + ClockDigits, digits - ClockDigits) : plain;
    }

    /// <summary>The same of an instant as <see cref="ColumnTypes.Plain"/> gives it, with six digits of its second.</summary>
    public static string OfStored(string text) => $"{text.AsSpan(0, text.Length - 1).TrimEnd('0').TrimEnd('.')}Z";

    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString(OutFormat, CultureInfo.InvariantCulture);
}
