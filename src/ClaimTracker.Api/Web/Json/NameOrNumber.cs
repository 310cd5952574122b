using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Web.Json;

/// <summary>What clients may call by its name or by a number, such as a rating: "False" or 1.</summary>
/// <param name="Name">The name, or null.</param>
/// <param name="Number">The number, or null.</param>
[JsonConverter(typeof(NameOrNumberConverter))]
internal sealed record NameOrNumber(string? Name, double? Number)
{
    public static implicit operator NameOrNumber(string name) => new(name, null);

    public static implicit operator NameOrNumber(double number) => new(null, number);

    public override string ToString() => Name ?? Number!.Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed class NameOrNumberConverter : JsonConverter<NameOrNumber>
{
    public override NameOrNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new NameOrNumber(
                ((JsonConverter<string>)options.GetConverter(typeof(string))).Read(ref reader, typeof(string), options), null),
            JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number) => new NameOrNumber(null, number),
            _ => throw new ExpectedException("must be a name or a number"),
        };

    public override void Write(Utf8JsonWriter writer, NameOrNumber value, JsonSerializerOptions options)
    {
        if (value.Name is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            writer.WriteNumberValue(value.Number!.Value);
        }
    }
}
