using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Web.Json;

/// <summary>Every text that comes in as JSON passes the <see cref="TextGuard"/>.</summary>
internal sealed class GuardedTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadText(ref reader) is var text && TextGuard.Check(text) is { } wrong ? throw new ExpectedException(wrong) : text;

    /// <summary>Reads a text that has not passed the guard.</summary>
    public static string ReadText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new ExpectedException("must be text");
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ExpectedException("must be valid Unicode in UTF-8, without half of a surrogate pair");
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
