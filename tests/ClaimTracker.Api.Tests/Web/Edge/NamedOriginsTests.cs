using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Edge;

/// <summary>A desk that lets the pages of one other site use its API.</summary>
public sealed class NamedOriginsTests : IAsyncLifetime
{
    private const string Named = "https://desk.example";
    private const string Other = "https://elsewhere.example";

    private readonly ApiHost _host = new(("Cors:Origins", Named), ("Auth:Public", "true"));

    [Fact]
    public async Task The_preflight_of_a_named_origin_is_answered_without_a_key()
    {
        var answer = await new ApiDriver(_host.Stranger).SendAsync(Preflight(Named));

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(Named, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Contains("PATCH", Header(answer, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Contains("If-Match", Header(answer, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
        Assert.Equal("7200", Header(answer, "Access-Control-Max-Age"));
        Assert.Null(Header(answer, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_page_of_a_named_origin_reads_and_writes_with_a_key_and_sees_the_tag()
    {
        var claim = From(Named, HttpMethod.Post, "/api/v1/claims");
        claim.Content = System.Net.Http.Json.JsonContent.Create(new { text = "The bridge is 300 metres long." });
        var created = await _host.Api.SendAsync(claim);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(Named, Header(created, "Access-Control-Allow-Origin"));
        Assert.Contains("ETag", Header(created, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Null(Header(created, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task An_error_can_be_read_by_a_page_of_a_named_origin_too()
    {
        var answer = await _host.Api.SendAsync(From(Named, HttpMethod.Get, "/api/v1/claims/4711"));

        Assert.Equal((HttpStatusCode.NotFound, Named), (answer.Status, Header(answer, "Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Other_sites_stay_outside()
    {
        var preflight = await new ApiDriver(_host.Stranger).SendAsync(Preflight(Other));
        var read = await _host.Api.SendAsync(From(Other, HttpMethod.Get, "/api/v1/claims"));
        var published = await new ApiDriver(_host.Stranger).SendAsync(From(Other, HttpMethod.Get, "/api/v1/verdicts"));

        Assert.Null(Header(preflight, "Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Forbidden, read.Status);
        Assert.Equal((HttpStatusCode.OK, null), (published.Status, Header(published, "Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_cache_keeps_one_answer_for_each_origin_also_of_a_request_without_one()
    {
        var answer = await new ApiDriver(_host.Stranger).GetAsync("/verdicts");

        Assert.Contains("Origin", answer.Headers.Vary, StringComparer.Ordinal);
    }

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    private static HttpRequestMessage Preflight(string origin)
    {
        var request = From(origin, HttpMethod.Options, "/api/v1/claims/1");
        request.Headers.Add("Access-Control-Request-Method", "PATCH");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,if-match");
        return request;
    }

    private static HttpRequestMessage From(string origin, HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        return request;
    }

    private static string? Header(Answer answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
