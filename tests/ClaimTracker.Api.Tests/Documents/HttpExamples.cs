using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>
/// The examples of the OpenAPI document: of each route the first body that was taken and the first answer of each status, and of each
/// refusal the first, as the .http files sent and got them.
/// </summary>
internal static partial class HttpExamples
{
    /// <summary>Where they stand. Set the variable, and the test writes them instead of comparing them.</summary>
    public const string File = "http/examples.json";

    private const string Writes = "CLAIMTRACKER_WRITE_EXAMPLES";
    private const string LeftOut = "…";

    /// <summary>Its refusals are about no route.</summary>
    private const string AboutTheServer = "service.http";

    private const string ProblemJson = "application/problem+json";
    private const int MostItems = 2;
    private const int LongestText = 500;

    /// <summary>Members that are other in each run, and what stands for them.</summary>
    private static readonly Dictionary<string, string> Random = new(StringComparer.Ordinal)
    {
        ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        ["key"] = "ct_7_shown-once-and-kept-by-nobody-but-you",
        ["publicKey"] = LeftOut,
        ["signature"] = LeftOut,
    };

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What nobody can read.</summary>
    private static readonly string[] Unreadable =
    [
        DocxParts.ContentType, "application/zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ];

    private const string UsualAddress = "http://127.0.0.1:5080";

    public static string HowToWrite =>
        $"Let the .http files have a request for it, then write {File} with "
        + $"`{Writes}=1 dotnet test tests/ClaimTracker.Api.Tests --filter ExamplesFileTests` and build again.";

    public static bool AreToBeWritten => Environment.GetEnvironmentVariable(Writes) is not null;

    public static string Of(IReadOnlyList<Route> routes, IReadOnlyList<HttpFileOutcome> outcomes)
    {
        var ofRoutes = new JsonObject();
        var inOrder = routes.OrderBy(static r => r.Pattern, StringComparer.Ordinal).ThenBy(static r => r.Method, StringComparer.Ordinal);
        foreach (var route in inOrder)
        {
            ofRoutes[$"{route.Method} {route.Pattern}"] = OfRoute(outcomes.Where(o => o.Status < 300 && route.Matches(o.Sent)));
        }

        var problems = outcomes.Where(static o => o.AnswerType == ProblemJson)
            .OrderBy(static o => o.Status)
            .ThenBy(static o => o.File == AboutTheServer)
            .DistinctBy(static o => o.Status)
            .Select(static o => KeyValuePair.Create($"{o.Status}", Value(ProblemJson, o.Answer)));
        return new JsonObject { ["routes"] = ofRoutes, ["problems"] = new JsonObject(problems) }.ToJsonString(Indented) + "\n";
    }

    private static JsonObject OfRoute(IEnumerable<HttpFileOutcome> successes)
    {
        var parts = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        void Add(string part, string? type, Func<string, JsonNode?> value)
        {
            if (type is not null && !Unreadable.Contains(type, StringComparer.Ordinal))
            {
                parts.TryAdd(part, []);
                if (!parts[part].ContainsKey(type))
                {
                    parts[part][type] = value(type);
                }
            }
        }

        foreach (var success in successes)
        {
            Add("body", success.BodyType, type => IsJson(type) ? JsonNode.Parse(success.Body) : Lines(success.Body));
            Add($"{success.Status}", success.AnswerType, type => Value(type, success.Answer));
        }

        return new JsonObject(parts.Select(static part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));
    }

    private static JsonNode? Value(string type, string text) => IsJson(type)
        ? Shown(JsonNode.Parse(Here().Replace(text, UsualAddress)), name: "")
        : Lines(Hash().Replace(Here().Replace(text, UsualAddress), static match => Same(match.Value)));

    private static bool IsJson(string type) => type.EndsWith("json", StringComparison.Ordinal) && type != "application/x-ndjson";

    private static JsonNode? Shown(JsonNode? value, string name) => value switch
    {
        null => null,
        JsonObject members => new JsonObject(members.Select(static m => KeyValuePair.Create(m.Key, Shown(m.Value, m.Key)))),
        JsonArray items => new JsonArray([.. items.Take(MostItems).Select(static item => Shown(item, name: ""))]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String =>
            Random.GetValueOrDefault(name) ?? Cut(Hash().Replace((string)text!, static match => Same(match.Value))),
        _ => value.DeepClone(),
    };

    // Digests hold what is other in each run. One stands for all.
    private static string Same(string hash) => string.Concat(Enumerable.Repeat("9f86d081", 8))[..hash.Length];

    // Whole lines: half a line of CSV or of JSON is neither.
    private static string Lines(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = text.LastIndexOf('\n', LongestText);
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        return end >= 0 ? text[..end] : first >= 0 ? text[..first] : text;
    }

    private static string Cut(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return text[..end] + LeftOut;
    }

    // Where the service listens is other in each run.
    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Here();

    [GeneratedRegex(@"\b(?=[a-f]*[0-9])[0-9a-f]{32,64}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();
}
