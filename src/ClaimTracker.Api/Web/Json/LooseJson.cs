using System.Text.Json;

namespace ClaimTracker.Api.Web.Json;

/// <summary>
/// Reads JSON that others wrote, where a member may be missing, null, one thing or a list of them: what is not as it should be counts
/// as not there.
/// </summary>
internal static class LooseJson
{
    /// <summary>A member of an object; null where there is none, or null.</summary>
    public static JsonElement? Member(JsonElement? node, string name) =>
        node is { ValueKind: JsonValueKind.Object } thing && thing.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>The items of a list; anything else is a list of one.</summary>
    public static IEnumerable<JsonElement> Each(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } one => [one],
    };

    /// <summary>The items of a member.</summary>
    public static IEnumerable<JsonElement> Each(JsonElement? node, string name) => Each(Member(node, name));

    /// <summary>The first item of a member.</summary>
    public static JsonElement? First(JsonElement? node, string name) =>
        Each(node, name).Select(static one => (JsonElement?)one).FirstOrDefault();

    /// <summary>A text as it is, or a number as it is written; null for anything else, and for blanks.</summary>
    public static string? TextOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text when !string.IsNullOrWhiteSpace(text.GetString()) => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
