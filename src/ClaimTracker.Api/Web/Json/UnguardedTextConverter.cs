using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Web.Json;

/// <summary>
/// Reads a text that is looked at once it is understood: a page may hold characters in its scripts that no text holds, and a text has
/// form feeds between its pages.
/// </summary>
internal sealed class UnguardedTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        GuardedTextConverter.ReadText(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
