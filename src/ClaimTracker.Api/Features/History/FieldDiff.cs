using System.Text.Json;

namespace ClaimTracker.Api.Features.History;

/// <summary>A field that a change changed.</summary>
/// <param name="Field">Its name; for a nested member, the names on the way to it with dots between, such as locator.page.</param>
/// <param name="Before">The value before, or null.</param>
/// <param name="After">The value after, or null.</param>
internal sealed record FieldChange(string Field, JsonElement? Before, JsonElement? After);

/// <summary>Compares two JSON values field by field. A list is compared as a whole.</summary>
internal static class FieldDiff
{
    /// <returns>
    /// The fields that differ, in the order of the value before, then those that only the value after has. A null and a missing field count
    /// as the same.
    /// </returns>
    public static IReadOnlyList<FieldChange> Of(JsonElement? before, JsonElement? after)
    {
        var changes = new List<FieldChange>();
        Compare("", before, after, changes);
        return changes;
    }

    private static void Compare(string path, JsonElement? before, JsonElement? after, List<FieldChange> changes)
    {
        var (old, now) = (OrNull(before), OrNull(after));
        if (old is null && now is null)
        {
            return;
        }

        if (IsObject(old) && IsObject(now))
        {
            foreach (var name in Names(old).Union(Names(now), StringComparer.Ordinal))
            {
                Compare(path.Length == 0 ? name : $"{path}.{name}", Member(old, name), Member(now, name), changes);
            }
        }
        else if (old is null || now is null || !JsonElement.DeepEquals(old.Value, now.Value))
        {
            changes.Add(new FieldChange(path, old, now));
        }
    }

    // A missing value counts as an object without fields.
    private static bool IsObject(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Object };

    private static IEnumerable<string> Names(JsonElement? value) =>
        value is { } it ? it.EnumerateObject().Select(static member => member.Name) : [];

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { } it && it.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? OrNull(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : value;
}
