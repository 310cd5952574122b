using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Web.Health;

public sealed class ProbesTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_probe_of_its_life_needs_no_key() => Assert.Equal("ok\n", await host.Stranger.GetStringAsync("/healthz"));

    [Fact]
    public async Task A_probe_of_its_readiness_needs_no_key_and_names_each_check()
    {
        var answer = JsonNode.Parse(await host.Stranger.GetStringAsync("/readyz"))!;

        Assert.Equal("ready", (string?)answer["status"]);
        Assert.All(answer["checks"]!.AsObject(), static check => Assert.Equal("ok", (string?)check.Value));
        Assert.Superset(
            new HashSet<string>(["service", "reads", "writes", "history"], StringComparer.Ordinal),
            answer["checks"]!.AsObject().Select(static check => check.Key).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_history_that_is_being_looked_at_or_is_broken_makes_it_not_ready_and_says_so()
    {
        var state = host.Services.GetRequiredService<ServiceState>();

        state.Verifying();
        await AssertNotReadyAsync("history", "being checked");
        state.Broken(7);
        await AssertNotReadyAsync("history", "broken at line 7");
        state.HistoryHolds();
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/readyz")).Status);
    }

    [Theory]
    [InlineData("/_test_url_cache_")]
    [InlineData("/nothing")]
    [InlineData("/healthz/more")]
    [InlineData("/problems/nothing")]
    [InlineData("/problems")]
    public async Task What_is_not_there_is_a_problem_even_for_strangers(string path)
    {
        var answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        await host.AssertProblemAsync(answer, path);
    }

    [Theory]
    [InlineData("/api/v1/claims/1/")]
    [InlineData("/api/v1//claims")]
    [InlineData("/api/v1/claims/1/evidence/2/more")]
    [InlineData("/api/v1/claims/1%2F2")]
    [InlineData("/api/v1/nothing")]
    public async Task A_path_of_the_api_that_is_none_is_not_found(string path)
    {
        var answer = await host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        Assert.InRange((int)answer.Status, 400, 404);
        await host.AssertProblemAsync(answer, path);
    }

    [Fact]
    public async Task The_server_does_not_name_itself() => Assert.Empty((await host.Stranger.GetAsync("/healthz")).Headers.Server);

    private Task<Answer> GetAsync(string path) => new ApiDriver(host.Stranger).SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    private async Task AssertNotReadyAsync(string check, string reason)
    {
        var answer = await GetAsync("/readyz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        await host.AssertProblemAsync(answer, "/readyz");
        Assert.Contains(reason, (string?)answer.Json["detail"], StringComparison.Ordinal);
        Assert.Contains(reason, (string?)answer.Json["checks"]![check], StringComparison.Ordinal);
        Assert.Single(answer.Json["checks"]!.AsObject(), static other => (string?)other.Value != "ok");
    }
}
