using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Tests.Faults.Fuzz;

/// <summary>Holds a value against its schema: types, required members, members that are not described, closed lists, limits.</summary>
internal static class SchemaCheck
{
    /// <returns>What does not fit, with its place; null if all does.</returns>
    public static string? Fault(ApiOperation operation, JsonObject schema, JsonNode? value, string place = "$", bool hasAllMembers = true)
    {
        schema = operation.Resolve(schema);
        if (schema["oneOf"] is JsonArray choices)
        {
            return choices.Any(choice => Fault(operation, choice!.AsObject(), value, place, hasAllMembers) is null)
                ? null
                : $"{place} fits no choice";
        }

        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(value), StringComparer.Ordinal))
        {
            return $"{place} is {TypeOf(value)}, not {type.ToJsonString()}";
        }

        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            return $"{place} has {value?.ToJsonString()}, which is not in the list";
        }

        if (Limits(schema, value) is { } beyond)
        {
            return $"{place} is beyond its {beyond}";
        }

        return value switch
        {
            JsonObject members => OfObject(operation, schema, members, place, hasAllMembers),
            JsonArray items when schema["items"] is JsonObject item => items
                .Select((one, i) => Fault(operation, item, one, $"{place}[{i}]", hasAllMembers))
                .FirstOrDefault(static fault => fault is not null),
            _ => null,
        };
    }

    private static string? OfObject(ApiOperation operation, JsonObject schema, JsonObject members, string place, bool hasAllMembers)
    {
        var described = schema["properties"]?.AsObject();
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            if (hasAllMembers && !members.ContainsKey((string)name!))
            {
                return $"{place} lacks {name}";
            }
        }

        foreach (var (name, value) in members)
        {
            if (described?[name] is JsonObject member)
            {
                if (Fault(operation, member, value, $"{place}.{name}", hasAllMembers) is { } fault)
                {
                    return fault;
                }
            }
            else if (schema["additionalProperties"] is JsonObject other)
            {
                if (Fault(operation, other, value, $"{place}.{name}", hasAllMembers) is { } fault)
                {
                    return fault;
                }
            }
            else if (described is not null)
            {
                return $"{place} has {name}, which is not described";
            }
        }

        return null;
    }

    // The limit that it breaks, by name.
    private static string? Limits(JsonObject schema, JsonNode? value)
    {
        decimal? Limit(string name) => schema[name] is { } limit ? decimal.Parse(limit.ToString(), CultureInfo.InvariantCulture) : null;
        var (least, most) = value switch
        {
            JsonArray => ("minItems", "maxItems"),
            JsonValue text when text.GetValueKind() == JsonValueKind.String => ("minLength", "maxLength"),
            _ => ("minimum", "maximum"),
        };
        decimal? size = value switch
        {
            JsonArray items => items.Count,
            JsonValue text when text.GetValueKind() == JsonValueKind.String => ((string)text!).EnumerateRunes().Count(),
            JsonValue number when number.GetValueKind() == JsonValueKind.Number => (decimal)number,
            _ => null,
        };
        return size < Limit(least) ? least : size > Limit(most) ? most : null;
    }

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several
        ? several.Select(static one => (string)one!).SelectMany(WithWhole)
        : WithWhole((string)type!);

    // A whole number is a number as well.
    private static IEnumerable<string> WithWhole(string type) => type == "number" ? ["number", "integer"] : [type];

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.ToJsonString().AsSpan().IndexOfAny(".eE") < 0 ? "integer" : "number",
        _ => "boolean",
    };
}
