using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Web.Json;

/// <summary>Every text that comes in as JSON passes the <see cref="TextGuard"/>.</summary>
internal sealed class GuardedTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new ExpectedException("must be text");
        }

        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ExpectedException("must be valid Unicode in UTF-8, without half of a surrogate pair");
        }

        return TextGuard.Check(text) is { } wrong ? throw new ExpectedException(wrong) : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
