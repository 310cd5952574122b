using System.Net;
using System.Net.Http.Headers;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Edge;

/// <summary>What a page sees that lets its own name point to this machine.</summary>
public sealed class HostCheckTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string> Routes => EndpointTypes.Names(static _ => true);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task No_route_answers_for_another_host_whatever_the_key(string endpoint)
    {
        var route = _host.Route(endpoint);
        var before = await _host.CountEventsAsync();

        var answer = await AskAsync(route.Method, route.Address(), "rebound.example:" + _host.Stranger.BaseAddress!.Port);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.Status);
        Assert.Equal(before, await _host.CountEventsAsync());
        Assert.Contains("/problems/misdirected", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/scalar")]
    [InlineData("/problems/stale")]
    [InlineData("/help")]
    [InlineData("/help/api")]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/api/v1/nothing")]
    public async Task No_page_does_either(string path)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Post })
        {
            Assert.Equal(HttpStatusCode.MisdirectedRequest, (await AskAsync(method, path, "rebound.example")).Status);
        }
    }

    [Theory]
    [InlineData("127.0.0.1.rebound.example")]
    [InlineData("localhost.rebound.example")]
    [InlineData("localhost.")]
    [InlineData("0.0.0.0")]
    [InlineData("[2001:db8::1]:5080")]
    [InlineData("192.168.0.7")]
    [InlineData("rebound.example:5080")]
    public async Task A_host_that_looks_like_this_one_is_another(string host) =>
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await AskAsync(HttpMethod.Get, "/api/v1/claims", host)).Status);

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("127.0.0.1:9")]
    [InlineData("[::1]")]
    [InlineData("[::1]:5080")]
    [InlineData("[0:0:0:0:0:0:0:1]:5080")]
    public async Task This_machine_may_be_called_by_any_of_its_own_names_and_any_port(string host) =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, "/api/v1/claims", host)).Status);

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Probes_come_by_address_and_are_answered(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, path, "10.1.2.3:8080")).Status);

    [Fact]
    public async Task The_operator_says_which_hosts_are_served()
    {
        var host = new ApiHost(("AllowedHosts", "claims.desk.example; [2001:db8::7]"));
        await host.InitializeAsync();
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, "/api/v1/claims", "Claims.Desk.Example:443", host)).Status);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, "/api/v1/claims", "[2001:db8:0::7]", host)).Status);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, "/api/v1/claims", "localhost", host)).Status);
            Assert.Equal(
                HttpStatusCode.MisdirectedRequest, (await AskAsync(HttpMethod.Get, "/api/v1/claims", "desk.example", host)).Status);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private Task<Answer> AskAsync(HttpMethod method, string address, string name, ApiHost? host = null)
    {
        var request = Refusals.Request(method, address);
        request.Headers.Host = name;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ApiHost.Key);
        return new ApiDriver((host ?? _host).Stranger).SendAsync(request);
    }
}
