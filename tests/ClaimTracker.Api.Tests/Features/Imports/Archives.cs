using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Imports;

/// <summary>Takes archives, and hands files in.</summary>
internal static class Archives
{
    private const int LongestWait = 600;

    public static async Task<string> ExportAsync(ApiDriver api, bool isPublic = false) =>
        (await api.GetAsync("/exports/archive.jsonl" + (isPublic ? "?public=true" : ""))).Text;

    /// <summary>Hands a file in, and waits for its end.</summary>
    public static async Task<JsonNode> ImportAsync(this ApiDriver api, string file, string query, string contentType = "application/jsonl")
    {
        var answer = await api.SendTextAsync(HttpMethod.Post, "/imports?" + query, file, contentType);
        Assert.True(answer.Status is HttpStatusCode.Accepted, $"POST /imports answered {(int)answer.Status} {answer.Text}");
        return await api.EndOfImportAsync(answer.Id);
    }

    public static async Task<JsonNode> EndOfImportAsync(this ApiDriver api, long id)
    {
        for (var wait = 0; wait < LongestWait; wait++)
        {
            var import = (await api.GetAsync($"/imports/{id}")).Json;
            if ((string)import["state"]! is not ("queued" or "running"))
            {
                return import;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"Import {id} does not come to its end.");
    }

    /// <summary>Gives lines the SHA-256 that they have: what was changed on purpose.</summary>
    public static string Sealed(IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Select(static line => line + "\n"));
        return $"{text}{{\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\"}}\n";
    }

    public static List<string> LinesOf(string archive) => [.. archive.TrimEnd('\n').Split('\n').SkipLast(1)];
}
