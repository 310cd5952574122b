using System.Net;
using System.Text;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>Large requests at the same time, on a heap that has not the room for all of them.</summary>
[Collection(Processes.Name)]
public sealed class LittleMemoryTests
{
    private const int Requests = 8;

    private static readonly Dictionary<string, string> Heap = new(ServiceProcess.Silent, StringComparer.Ordinal)
    {
        ["DOTNET_GCHeapHardLimit"] = "0x12C00000", // 300 MB
    };

    [Theory]
    [InlineData(6_000_000)]
    [InlineData(15_900_000)]
    public async Task Every_request_is_answered_and_none_with_a_fault_of_the_service(int bytes)
    {
        await using var store = new SqliteStore();
        using var service = await ServiceProcess.ServeAsync(store, Heap);
        using var http = service.Driver(ApiHost.Key).Http;

        var answers = await Task.WhenAll(Enumerable.Range(0, Requests).Select(i => PostAsync(http, Page(i % 2 == 0, bytes))));

        Assert.All(answers, static status => Assert.True(
            (int)status is (>= 200 and < 300) or (>= 400 and < 500) or 503, $"A request was answered with {(int)status}."));
        Assert.NotEqual(0, await service.Driver(ApiHost.Key).GivenClaimAsync());
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string page)
    {
        using var content = new StringContent(page, Encoding.UTF8, "text/html");
        using var answer = await http.PostAsync(new Uri("/api/v1/articles", UriKind.Relative), content);
        return answer.StatusCode;
    }

    private static string Page(bool script, int bytes) => script
        ? $"<script>{new string('x', bytes)}</script><p>The bridge was closed on Monday.</p>"
        : $"<p title=\"{new string('x', bytes)}\">The bridge was opened on Friday.</p>";
}
