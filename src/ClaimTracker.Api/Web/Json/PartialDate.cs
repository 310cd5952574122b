using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Web.Json;

/// <summary>
/// A date as far as it is known: a year, a month of a year, or a day, as the reduced forms of ISO 8601: <c>2026</c>, <c>2026-01</c>,
/// <c>2026-01-31</c>. As text such dates sort by the first day that they may mean, and by the last where <see cref="Open"/> follows.
/// </summary>
[JsonConverter(typeof(PartialDateConverter))]
internal readonly record struct PartialDate
{
    public const string Expected = "must be a date such as 2026-01-31, or as much of it as is known: 2026-01 or 2026";

    /// <summary>The shape of one, as a regular expression of JSON Schema.</summary>
    public const string Pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

    /// <summary>No text of a date sorts after it.</summary>
    public const string Last = Open;

    private const string Open = "~"; // Sorts after digits and hyphens.
    private static readonly string[] Formats = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];
    private readonly string _text;

    private PartialDate(string text) => _text = text;

    /// <summary>For "on that date or before": no text of a date that may be as early sorts after it.</summary>
    public string End => _text + Open;

    /// <summary>The year: no text of a date that may be as late sorts before it.</summary>
    public string Year => _text[..4];

    public static implicit operator PartialDate(DateOnly day) => new(day.ToString(Formats[^1], CultureInfo.InvariantCulture));

    /// <summary>Reads one of the three forms, exactly.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        var isDate = DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        date = isDate ? new PartialDate(text!) : default;
        return isDate;
    }

    /// <summary>Reads one that was written by <see cref="ToString"/>.</summary>
    public static PartialDate Stored(string text) => new(text);

    public override string ToString() => _text;
}

internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PartialDate.TryParse(Text(ref reader, options), out var date)
            ? date
            : throw new ExpectedException(PartialDate.Expected);

    private static string? Text(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        ((JsonConverter<string>)options.GetConverter(typeof(string))).Read(ref reader, typeof(string), options);

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
