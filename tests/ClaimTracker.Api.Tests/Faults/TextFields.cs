using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>Every member that takes text, of every body, found by reflection; and a body that is good but for what stands there.</summary>
internal static class TextFields
{
    /// <summary>What must stand beside a member, so that it is looked at; # is the number.</summary>
    private static readonly Dictionary<string, (string Member, string Value)> Beside = new(StringComparer.Ordinal)
    {
        ["externalApp"] = ("externalId", "\"#\""),
        ["externalId"] = ("externalApp", "\"cms #\""),
        ["reason"] = ("state", "\"skipped\""),
        ["outcomeNote"] = ("outcome", "\"stands\""),
        ["comment"] = ("move", "\"reject\""),
        ["html"] = ("text", "null"),
        ["markdown"] = ("text", "null"),
        ["ratings"] = ("name", "\"Scale\""),
    };

    /// <summary>What an object in a list or a member must have.</summary>
    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["claimants"] = """{"name":"A"}""",
        ["attribution"] = """{"name":"A"}""",
        ["appearances"] = """{"url":"https://example.org/said"}""",
        ["correction"] = """{"kind":"correction","reason":"A slip.","publicText":"It was a slip."}""",
        ["source"] = """{"url":"https://example.org/a"}""",
        ["sentences"] = """{"sentenceId":1}""",
        ["evidence"] = """{"source":{"url":"https://example.org/a"},"excerpt":"As it says.","stance":"supports"}""",
        ["verdict"] = """{"rating":"True","justification":"As the evidence says."}""",
    };

    /// <summary>Paths such as claimants[0].name.</summary>
    public static IReadOnlyList<string> Of(Type endpoint) =>
        [.. EndpointTypes.Members(endpoint)
            .SelectMany(static member => Paths(JsonNamingPolicy.CamelCase.ConvertName(member.Name), member.PropertyType))];

    /// <summary>
    /// A good body of the endpoint with this text in this place. For each number it makes another thing, so that none exists.
    /// </summary>
    public static JsonNode Body(Type endpoint, string path, string text, int number)
    {
        var good = GoodBodies.Of(endpoint)!.Replace("example.org/", $"example.org/{number}/", StringComparison.Ordinal)
            .Replace("spoke.", $"spoke {number} times.", StringComparison.Ordinal)
            .Replace("\"topic\"", $"\"topic{number}\"", StringComparison.Ordinal)
            .Replace("\"Two\"", $"\"Scale {number}\"", StringComparison.Ordinal);
        var body = JsonNode.Parse(good)!.AsObject();
        var steps = Steps(path);
        if (steps.Length == 1
            && Beside.TryGetValue(path, out var beside)
            && Takes(endpoint, beside.Member)
            && (path is not ("html" or "markdown") || body.ContainsKey(beside.Member)))
        {
            body[beside.Member] = JsonNode.Parse(beside.Value.Replace("#", $"{number}", StringComparison.Ordinal));
        }

        if (body.ContainsKey("justification"))
        {
            body["evidenceIds"] = new JsonArray(1); // All that the claim has is too much by then.
        }

        if (path is "html" or "markdown")
        {
            body.Remove("text");
        }

        JsonNode at = body;
        foreach (var (step, next) in steps.Zip(steps.Skip(1)))
        {
            at = at is JsonArray list ? list[0]! : at[step] ??= IsPlace(next) ? NewList(step, steps[^1], number) : New(step, number);
        }

        if (at is JsonArray items)
        {
            items[0] = text;
        }
        else
        {
            at[steps[^1]] = text;
        }

        return body;
    }

    /// <summary>Whether a text stands anywhere in an answer, whole and as it is.</summary>
    public static bool Holds(JsonNode? answer, string text) => answer switch
    {
        JsonObject members => members.Any(member => Holds(member.Value, text)),
        JsonArray items => items.Any(item => Holds(item, text)),
        JsonValue value => value.TryGetValue<string>(out var held) && held == text,
        _ => false,
    };

    private static bool Takes(Type endpoint, string member) =>
        EndpointTypes.Members(endpoint).Any(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == member);

    private static JsonNode New(string member, int number) => JsonNode.Parse(
        Whole.GetValueOrDefault(member, "{}").Replace("example.org/", $"example.org/{number}/", StringComparison.Ordinal))!;

    private static JsonArray NewList(string member, string last, int number) => IsPlace(last) ? [""] : [New(member, number)];

    private static bool IsPlace(string step) => char.IsAsciiDigit(step[0]);

    private static string[] Steps(string path) => path.Replace("]", "", StringComparison.Ordinal).Split('.', '[');

    private static IEnumerable<string> Paths(string path, Type type)
    {
        if (type == typeof(ClaimQuery))
        {
            return []; // It takes filters, each of a form of its own.
        }

        if (type == typeof(string) || type == typeof(NameOrNumber))
        {
            return [path];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return Paths(path + "[0]", type.GetGenericArguments()[0]);
        }

        return type.IsClass && type.Assembly == typeof(NameOrNumber).Assembly
            ? type.GetProperties()
                .SelectMany(member => Paths($"{path}.{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}", member.PropertyType))
            : [];
    }
}
