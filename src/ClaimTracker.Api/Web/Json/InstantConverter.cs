using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Web.Json;

/// <summary>Instants as RFC 3339. An offset is required on the way in, and is <c>Z</c> on the way out.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public const string Expected = "must be an instant such as 2026-01-31T12:00:00Z";
    private const string OutFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";
    private static readonly string[] InFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public static bool TryParse(string? text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text, InFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new ExpectedException(Expected);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString(OutFormat, CultureInfo.InvariantCulture);
}
