using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Platform;

public sealed class HealthTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("/healthz", "ok\n")]
    [InlineData("/readyz", "ready\n")]
    public async Task A_probe_needs_no_key(string path, string expected) => Assert.Equal(expected, await host.Stranger.GetStringAsync(path));

    [Theory]
    [InlineData("/_test_url_cache_")]
    [InlineData("/nothing")]
    [InlineData("/healthz/more")]
    [InlineData("/problems/nothing")]
    [InlineData("/problems")]
    public async Task What_is_not_there_is_a_problem_even_for_strangers(string path)
    {
        var answer = await new ApiDriver(host.Stranger).SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

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
}
