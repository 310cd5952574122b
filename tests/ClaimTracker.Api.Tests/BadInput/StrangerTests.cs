using System.Net;
using System.Net.Http.Headers;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.BadInput;

/// <summary>Requests without a key that is valid, on every route.</summary>
public sealed class StrangerTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string> Routes => EndpointTypes.Names(static _ => true);

    public static TheoryData<string> Headers =>
        ["", "Bearer", "Bearer ", "Bearer wrong", "Basic " + ApiHost.Key, ApiHost.Key, "Bearer " + ApiHost.Key + "x", "Bearer a, Bearer b"];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task No_route_answers_without_a_key(string endpoint)
    {
        var route = _host.Route(endpoint);

        var answer = await AskAsync(route.Method, route.Address(), header: null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        await _host.AssertProblemAsync(answer, route.Address());
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task A_header_without_a_valid_key_opens_nothing(string header) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(HttpMethod.Get, "/api/v1/claims", header)).Status);

    [Theory]
    [InlineData("Bearer wrong", "Bearer error=\"invalid_token\"")]
    [InlineData("bearer wrong", "Bearer error=\"invalid_token\"")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer error=\"invalid_token\"")]
    [InlineData("Basic d3Jvbmc6a2V5", "Bearer")]
    [InlineData(null, "Bearer")]
    public async Task Whoever_sent_a_key_hears_that_it_is_invalid(string? header, string challenge)
    {
        var answer = await AskAsync(HttpMethod.Get, "/api/v1/claims", header);

        Assert.Equal((HttpStatusCode.Unauthorized, challenge), (answer.Status, answer.Headers.WwwAuthenticate.ToString()));
        Assert.Equal("A valid key or token is needed", (string?)answer.Json["title"]);
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/API/V1/claims")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/claims")]
    [InlineData("/api/v1/claims?key=" + ApiHost.Key)]
    public async Task Nothing_under_api_tells_a_stranger_whether_it_is_there(string path) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(HttpMethod.Get, path, header: null)).Status);

    [Fact]
    public async Task The_scheme_may_be_written_in_any_case() =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, "/api/v1/claims", "bearer " + ApiHost.Key)).Status);

    private Task<Answer> AskAsync(HttpMethod method, string address, string? header)
    {
        var request = Refusals.Request(method, address);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        Assert.IsNotType<AuthenticationHeaderValue>(_host.Stranger.DefaultRequestHeaders.Authorization);
        return new ApiDriver(_host.Stranger).SendAsync(request);
    }
}
