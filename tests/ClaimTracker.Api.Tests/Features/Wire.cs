using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features;

/// <summary>What the tests of several features ask of an answer, or of a list.</summary>
internal static class Wire
{
    /// <summary>A JSON value, member for member and in order.</summary>
    public static void Same(object? expected, JsonNode? actual) =>
        Assert.Equal(JsonSerializer.SerializeToNode(expected)?.ToJsonString(), actual?.ToJsonString());

    /// <summary>
    /// No member is what it would be if its column were missing from the query: Dapper fills those in without a word.
    /// </summary>
    public static void HasNoDefaults(JsonNode? node, string path = "$")
    {
        switch (node)
        {
            case JsonObject members:
                Assert.All(
                    members.Where(static member => member.Key is not ("erased" or "erasedAt")), // What is erased says nothing else.
                    member => HasNoDefaults(member.Value, $"{path}.{member.Key}"));
                break;
            case JsonArray items:
                Assert.True(items.Count > 0, $"{path} is empty");
                Assert.All(items, item => HasNoDefaults(item, path + "[]"));
                break;
            default:
                Assert.True(node?.ToJsonString() is not (null or "0" or "false" or "\"\""), $"{path} is {node?.ToJsonString() ?? "null"}");
                break;
        }
    }

    /// <summary>One member of each item of an array.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode array, string member) =>
        [.. array.AsArray().Select(item => item![member]!.ToString())];

    /// <summary>Reads a list to its end, a row at a time, following the Link header.</summary>
    public static async Task<IReadOnlyList<long>> WalkAsync(this ApiDriver api, string path, Func<int, Task>? betweenPages = null)
    {
        List<long> ids = [];
        var next = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=1";
        for (var page = 1; next is not null; page++)
        {
            var answer = await api.GetAsync(next);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            ids.AddRange(answer.Ids());
            Assert.Equal(answer.Json["next"] is null, !answer.Headers.Contains("Link"));
            next = answer.Headers.TryGetValues("Link", out var links) ? Address(links.Single()) : null;
            await (betweenPages?.Invoke(page) ?? Task.CompletedTask);
        }

        return ids;
    }

    public static Task<Answer> SendAsync(this ApiDriver api, HttpMethod method, string path, string header, string value)
    {
        var request = new HttpRequestMessage(method, "/api/v1" + path);
        request.Headers.TryAddWithoutValidation(header, value);
        return api.SendAsync(request);
    }

    /// <summary>The number of rows that a list counts.</summary>
    public static async Task<long> CountAsync(this ApiDriver api, string path) =>
        (long)(await api.GetAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=1&count=true")).Json["total"]!;

    private static string Address(string link) =>
        link[(link.IndexOf('<', StringComparison.Ordinal) + 1)..link.IndexOf('>', StringComparison.Ordinal)]["/api/v1".Length..];
}
