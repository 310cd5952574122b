using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Web.Json;

/// <summary>
/// A part of an answer that is stored as the answer has it. It is sent as it is: to read such parts took a tenth of the time of an article.
/// </summary>
/// <typeparam name="T">What the JSON stands for.</typeparam>
/// <param name="Text">JSON as <see cref="ApiJson.Options"/> writes it.</param>
[JsonConverter(typeof(StoredJsonConverter))]
internal sealed record StoredJson<T>(string Text);

/// <summary>Writes stored JSON as it is. It is never read: no request has it.</summary>
internal sealed class StoredJsonConverter : JsonConverterFactory
{
    /// <summary>What a type of stored JSON stands for; null for any other type.</summary>
    public static Type? MeantBy(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(StoredJson<>) ? type.GenericTypeArguments[0] : null;

    public override bool CanConvert(Type typeToConvert) => MeantBy(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(MeantBy(typeToConvert)!))!;

    private sealed class Converter<T> : JsonConverter<StoredJson<T>>
    {
        public override StoredJson<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("No request has stored JSON.");

        public override void Write(Utf8JsonWriter writer, StoredJson<T> value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Text, skipInputValidation: true);
    }
}
