using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Edge;

/// <summary>What a browser is told by every answer.</summary>
public sealed class SafetyHeadersTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    /// <summary>All but a page, which has a policy of its own.</summary>
    public static TheoryData<string> Routes => EndpointTypes.Names(static type => type.Name != "ExportVerdictReviews");

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Every_route_sends_them_with_a_key_and_without(string endpoint)
    {
        var route = _host.Route(endpoint);

        AssertSafe(await _host.Api.SendAsync(Refusals.Request(route.Method, route.Address("999"))));
        AssertSafe(await new ApiDriver(_host.Stranger).SendAsync(Refusals.Request(route.Method, route.Address())));
    }

    [Theory]
    [InlineData("/api/v1/claims/1", HttpStatusCode.OK)]
    [InlineData("/api/v1/articles/1/text", HttpStatusCode.OK)]
    [InlineData("/api/v1/exports/verdicts.csv", HttpStatusCode.OK)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/help", HttpStatusCode.OK)]
    [InlineData("/help/api", HttpStatusCode.OK)]
    [InlineData("/problems/stale", HttpStatusCode.OK)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.OK)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    public async Task So_do_pages_and_errors(string path, HttpStatusCode status)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            var answer = await _host.Api.SendAsync(new HttpRequestMessage(method, path));
            Assert.Equal(status, answer.Status);
            AssertSafe(answer);
        }
    }

    [Fact]
    public async Task So_do_refusals_of_the_edge()
    {
        var elsewhere = Refusals.Request(HttpMethod.Get, "/api/v1/claims");
        elsewhere.Headers.Host = "rebound.example";
        var crossSite = Refusals.Request(HttpMethod.Get, "/api/v1/claims");
        crossSite.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");

        AssertSafe(await _host.Api.SendAsync(elsewhere));
        AssertSafe(await _host.Api.SendAsync(crossSite));
    }

    [Theory]
    [InlineData("https", "desk.example", true)]
    [InlineData("http", "desk.example", false)]
    [InlineData("https", "localhost", false)]
    [InlineData("https", "127.0.0.1", false)]
    public async Task Only_https_under_a_name_of_its_own_is_asked_for_again(string scheme, string name, bool asked)
    {
        var host = new ApiHost(("Proxy:Behind", "true"), ("AllowedHosts", "desk.example"));
        await host.InitializeAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims");
        request.Headers.Host = name;
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", scheme);

        var answer = await host.Api.SendAsync(request);
        await host.DisposeAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(asked ? "max-age=31536000" : null, Header(answer, "Strict-Transport-Security"));
    }

    private static void AssertSafe(Answer answer)
    {
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Header(answer, "Content-Security-Policy"));
        Assert.All(Header(answer, "Permissions-Policy")!.Split(", "), static feature => Assert.Matches("^[a-z-]+=\\(\\)$", feature));
        Assert.Contains("camera=(), ", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Null(Header(answer, "Strict-Transport-Security"));
    }

    private static string? Header(Answer answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : null;
}
