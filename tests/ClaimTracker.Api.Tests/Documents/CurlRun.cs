using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>Sends the curl commands of a page, in order, and compares each answer with the printed one.</summary>
internal static partial class CurlRun
{
    /// <returns>The number of commands.</returns>
    public static async Task<int> AsPrintedAsync(ApiHost host, DocumentPage page)
    {
        var steps = CurlCommand.InDocument(page.Text).ToList();
        Dictionary<string, string> names = new(StringComparer.Ordinal)
        {
            ["$KEY"] = ApiHost.Key,
            ["$API"] = host.Stranger.BaseAddress + "api/v1",
        };
        foreach (var step in steps)
        {
            var answer = await new ApiDriver(host.Stranger).SendAsync(step.ToRequest(names));

            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{step.Address}: {answer.Text}");
            if (step.Language == "json")
            {
                names["$COLLEAGUE"] = (string?)answer.Json["key"] ?? names.GetValueOrDefault("$COLLEAGUE", "");
                Assert.Null(Shortened.Difference(JsonNode.Parse(step.Answer), answer.Json));
            }
            else
            {
                Assert.Equal(step.Answer.Replace("\n", "\r\n", StringComparison.Ordinal), Instant().Replace(answer.Text, "…"));
            }
        }

        return steps.Count;
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z?", RegexOptions.None, 1000)]
    private static partial Regex Instant();
}
