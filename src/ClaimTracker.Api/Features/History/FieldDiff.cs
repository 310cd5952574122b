using System.Text.Json;

namespace ClaimTracker.Api.Features.History;

/// <summary>A field that a change left another.</summary>
/// <param name="Field">Its name; that of a nested member after those that it is in, with dots between.</param>
/// <param name="Before">What it was, or null.</param>
/// <param name="After">What it became, or null.</param>
internal sealed record FieldChange(string Field, JsonElement? Before, JsonElement? After);

/// <summary>Tells what differs between two JSON values, field by field. A list is compared as a whole.</summary>
internal static class FieldDiff
{
    /// <returns>The fields that differ, in the order in which they stand before, then those that came. A null and a field that is not there are the same.</returns>
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

    // What is not there has no fields; beside an object it counts as an empty one.
    private static bool IsObject(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Object };

    private static IEnumerable<string> Names(JsonElement? value) => value is { } it ? it.EnumerateObject().Select(static member => member.Name) : [];

    private static JsonElement? Member(JsonElement? value, string name) => value is { } it && it.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? OrNull(JsonElement? value) => value is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : value;
}
