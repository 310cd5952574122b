using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Tests.Faults.Fuzz;

/// <summary>Makes values of a schema: good ones, and ones that are slightly wrong.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Nothing is secret here, and every run must be the same.")]
internal sealed class ValueMaker(ApiOperation operation, Random random)
{
    private const int Deepest = 5;

    private static readonly string[] Texts =
    [
        "It rained.", "", " ", "true", "reader, checker", "READER", " draft", "not_checkable, skipped", "0", "null", "=1+1",
        "\u202e", "𝒳 é e\u0301", "2026-01-02", "2026-13-02", "2026-01-02T03:04:05.123456789z", "https://example.org/a",
        "javascript:alert(1)", "me@example.org", new string('x', 5_000),
    ];

    private static readonly string[] Numbers = ["0", "1", "2", "-1", "7", "2147483648", "9223372036854775807", "1.5", "1e400", "-0"];

    public JsonNode? Make(JsonObject schema, int depth = 0)
    {
        schema = operation.Resolve(schema);
        if (random.Next(12) == 0)
        {
            return Wrong();
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            return Make(choices[random.Next(choices.Count)]!.AsObject(), depth);
        }

        if (schema["enum"] is JsonArray words)
        {
            return random.Next(6) == 0 ? Respelled(words) : words[random.Next(words.Count)]?.DeepClone();
        }

        return TypeOf(schema) switch
        {
            "object" => MakeObject(schema, depth),
            "array" when depth < Deepest && schema["items"] is JsonObject items =>
                new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Make(items, depth + 1))]),
            "array" => new JsonArray(),
            "integer" => random.Next(1, 4),
            "number" => random.Next(1, 6),
            "boolean" => random.Next(2) == 0,
            "null" => null,
            _ => (string?)schema["format"] switch
            {
                "date" => "2026-01-02",
                "date-time" => "2026-01-02T03:04:05Z",
                "uri" => "https://example.org/report",
                _ => Texts[random.Next(3) == 0 ? random.Next(Texts.Length) : 0],
            },
        };
    }

    /// <summary>A value as it stands in a path or a query.</summary>
    public string MakeText(JsonObject schema) => Make(schema) switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray several => string.Join(',', several.Select(static one => one is JsonValue word && word.TryGetValue<string>(out var text)
            ? text
            : one?.ToJsonString())),
        var other => other.ToJsonString(),
    };

    private JsonObject MakeObject(JsonObject schema, int depth)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(static name => (string)name!).ToHashSet(StringComparer.Ordinal);
        var made = new JsonObject();
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            if (depth < Deepest && (required.Contains(name) ? random.Next(20) > 0 : random.Next(3) == 0))
            {
                made[name] = Make(member!.AsObject(), depth + 1);
            }
        }

        if (random.Next(25) == 0)
        {
            made["unknown"] = 1;
        }

        return made;
    }

    private string TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray types => (string)types[random.Next(types.Count)]!,
        JsonValue type => (string)type!,
        _ => "string",
    };

    private JsonNode? Respelled(JsonArray words)
    {
        var word = (string?)words[random.Next(words.Count)] ?? "";
        return random.Next(5) switch
        {
            0 => word.ToUpperInvariant(),
            1 => " " + word,
            2 => $"{word}, {(string?)words[0]}",
            3 => word.Replace("_", "", StringComparison.Ordinal),
            _ => random.Next(words.Count).ToString(CultureInfo.InvariantCulture),
        };
    }

    private JsonNode? Wrong() => random.Next(5) switch
    {
        0 => null,
        1 => JsonNode.Parse(Numbers[random.Next(Numbers.Length)]),
        2 => Texts[random.Next(Texts.Length)],
        3 => new JsonArray(1, "a"),
        _ => new JsonObject { ["a"] = 1 },
    };
}
