using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Domain.Fields;

/// <summary>The value of a field as JSON has it.</summary>
/// <param name="Value">A text, a number, true or false, or a list of texts.</param>
[JsonConverter(typeof(FieldValueConverter))]
internal sealed record FieldValue(object Value)
{
    /// <summary>The value as a cell of an export.</summary>
    public object Cell => Value is IReadOnlyList<string> texts ? string.Join("; ", texts) : Value;

    public bool Equals(FieldValue? other) => (Value, other?.Value) is (IReadOnlyList<string> texts, IReadOnlyList<string> others)
        ? texts.SequenceEqual(others, StringComparer.Ordinal)
        : Equals(Value, other?.Value);

    public override int GetHashCode() => Cell.GetHashCode();
}

internal sealed class FieldValueConverter : JsonConverter<FieldValue>
{
    private const string Expected = "must be text, a number, true or false, or a list of texts";

    public override FieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new FieldValue(TextOf(ref reader, options)),
        JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number) => new FieldValue(number),
        JsonTokenType.True or JsonTokenType.False => new FieldValue(reader.GetBoolean()),
        JsonTokenType.StartArray => new FieldValue(TextsOf(ref reader, options)),
        _ => throw new ExpectedException(Expected),
    };

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options);

    private static List<string> TextsOf(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.TokenType == JsonTokenType.String ? TextOf(ref reader, options) : throw new ExpectedException(Expected));
        }

        return texts;
    }

    private static string TextOf(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        ((JsonConverter<string>)options.GetConverter(typeof(string))).Read(ref reader, typeof(string), options)!;
}
