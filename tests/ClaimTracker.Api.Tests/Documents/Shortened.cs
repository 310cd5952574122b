using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>Compares an answer as a document prints it, shortened, with the whole answer.</summary>
internal static class Shortened
{
    private const string LeftOut = "…";

    /// <returns>Where they differ first, or null: all that is printed is so; an array is printed from its beginning.</returns>
    public static string? Difference(JsonNode? printed, JsonNode? actual, string path = "$") => (printed, actual) switch
    {
        (JsonObject members, JsonObject there) => members
            .Select(m => there.ContainsKey(m.Key) ? Difference(m.Value, there[m.Key], $"{path}.{m.Key}") : $"{path}.{m.Key} is not there")
            .FirstOrDefault(static d => d is not null),
        (JsonArray items, JsonArray there) when items.Count <= there.Count => items
            .Select((item, i) => Difference(item, there[i], $"{path}[{i}]")).FirstOrDefault(static d => d is not null),
        (JsonValue value, not null) when value.GetValueKind() == System.Text.Json.JsonValueKind.String && (string?)value == LeftOut => null,
        _ => JsonNode.DeepEquals(printed, actual) ? null : $"{path}: printed {printed?.ToJsonString()}, is {actual?.ToJsonString()}",
    };
}
