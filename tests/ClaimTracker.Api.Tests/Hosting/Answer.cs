using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>What the service answered, as it went over the wire.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    public long Id => (long)Json["id"]!;

    public string ETag => Headers.ETag!.ToString();

    /// <summary>What a problem says of a field.</summary>
    public string? Error(string field) => (string?)Json["errors"]?[field]?[0];

    /// <summary>What a problem says can be done with a verdict.</summary>
    public IReadOnlyList<string> Moves() => [.. Json["moves"]!.AsArray().Select(static move => (string)move!)];

    /// <summary>A new claim as a GET shows it: its earlier checks are told once.</summary>
    public static string WithoutMatches(string text)
    {
        var start = text.IndexOf(",\"matches\":[", StringComparison.Ordinal);
        return start < 0 ? text : text[..start] + "}";
    }

    /// <summary>The items of a list.</summary>
    public JsonArray Items => Json["items"]!.AsArray();

    /// <summary>The numbers of one member of each item.</summary>
    public IReadOnlyList<long> Ids(string member = "id") => [.. Items.Select(item => (long)item![member]!)];
}
