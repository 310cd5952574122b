using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.SignIn;

[Collection(Processes.Name)]
public sealed class SecurityLogTests
{
    private static readonly string[] Matters = ["key_refused", "forbidden", "host_refused", "rate_limited"];

    [Fact]
    public async Task Whoever_is_not_let_in_leaves_a_line_that_says_who_and_why_and_no_secret()
    {
        await using var store = await TestEngine.Current.NewAsync();
        using var service = await ServiceProcess.ServeAsync(store, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RateLimits__Enabled"] = "true",
            ["RateLimits__PerAddress"] = "100000",
            ["RateLimits__PerKey"] = "3",
        });
        var secret = new string('s', 43);
        var admin = service.Driver(ApiHost.Key);
        var user = await admin.GivenAsync("/users", new { name = "Ines", role = "reader" });
        var ines = service.Driver((string)(await admin.PostAsync($"/users/{user}/keys", new { label = "desk" })).Json["key"]!);

        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Driver($"ct_7_{secret}").GetAsync("/claims")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ines.PostAsync("/claims", new { text = "It rained." })).Status);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await AskAsync(ines, "Host", "rebound.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(ines, "Sec-Fetch-Site", "cross-site"));
        for (var i = 0; i < 10; i++)
        {
            await ines.GetAsync("/claims");
        }

        await service.StopAsync();
        var log = await service.LogAsync();
        var lines = ServiceProcess.Lines(log, Matters);

        // A minute may have ended among the last requests.
        Assert.Equal(
            ["key_refused", "forbidden", "host_refused", "forbidden", "rate_limited"],
            lines.Select(static line => (string)line["event"]!).Take(5),
            StringComparer.Ordinal);
        Assert.InRange(lines.Count, 5, 6);
        Assert.Equal(7, (long?)lines[0]["keyId"]);
        Assert.Equal(
            ["127.0.0.1", "127.0.0.1", "127.0.0.1"], new[] { 0, 2, 4 }.Select(i => (string)lines[i]["address"]!), StringComparer.Ordinal);
        Assert.Equal("Ines", (string?)lines[1]["actor"]);
        Assert.Equal("Write", (string?)lines[1]["permission"]);
        Assert.Equal("Ines", (string?)lines[4]["actor"]);
        Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        Assert.DoesNotContain("rebound", log, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(ApiDriver driver, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims");
        request.Headers.TryAddWithoutValidation(header, value);
        return (await driver.SendAsync(request)).Status;
    }
}
