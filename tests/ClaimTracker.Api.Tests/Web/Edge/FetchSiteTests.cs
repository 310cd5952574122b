using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Edge;

public sealed class FetchSiteTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string> Routes => EndpointTypes.Names(static _ => true);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task No_route_answers_to_a_page_of_another_site(string endpoint)
    {
        var route = _host.Route(endpoint);

        await _host.RefusesAsync(From("cross-site", route.Method, route.Address()), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_a_key_a_page_of_another_site_reads_what_the_public_may_and_changes_nothing()
    {
        var api = new ApiDriver(_host.Stranger);

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(From("cross-site", HttpMethod.Get, "/api/v1/verdicts"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.SendAsync(From("cross-site", HttpMethod.Post, "/api/v1/claims"))).Status);
    }

    [Theory]
    [InlineData("/problems/stale")]
    [InlineData("/help/api")]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/openapi/v1.json")]
    public async Task What_would_change_something_is_refused_anywhere(string path)
    {
        await _host.RefusesAsync(From("cross-site", HttpMethod.Post, path), HttpStatusCode.Forbidden);
        await _host.RefusesAsync(From("Cross-Site", HttpMethod.Delete, path), HttpStatusCode.Forbidden);
        Assert.NotEqual(HttpStatusCode.Forbidden, (await _host.Api.SendAsync(From("cross-site", HttpMethod.Get, path))).Status);
    }

    [Theory]
    [InlineData("same-origin")]
    [InlineData("same-site")]
    [InlineData("none")]
    [InlineData(null)]
    public async Task Our_own_pages_and_programs_are_answered(string? site) =>
        Assert.Equal(HttpStatusCode.OK, (await _host.Api.SendAsync(From(site, HttpMethod.Get, "/api/v1/claims"))).Status);

    [Fact]
    public async Task No_other_site_is_told_that_it_may_ask()
    {
        var preflight = From("cross-site", HttpMethod.Options, "/api/v1/claims");
        preflight.Headers.Add("Origin", "https://elsewhere.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        var plain = From(site: null, HttpMethod.Get, "/api/v1/claims");
        plain.Headers.Add("Origin", "https://elsewhere.example");

        foreach (var request in new[] { preflight, plain })
        {
            var answer = await _host.Api.SendAsync(request);
            Assert.DoesNotContain(
                answer.Headers, static header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_cookie_opens_nothing_and_changes_nothing()
    {
        foreach (var (driver, status) in new[]
        {
            (new ApiDriver(_host.Stranger), HttpStatusCode.Unauthorized),
            (_host.Api, HttpStatusCode.OK),
        })
        {
            var with = From(site: null, HttpMethod.Get, "/api/v1/claims/1");
            with.Headers.Add("Cookie", $"Authorization=Bearer {ApiHost.Key}; key={ApiHost.Key}; session=1");
            var (cookie, plain) =
                (await driver.SendAsync(with), await driver.SendAsync(From(site: null, HttpMethod.Get, "/api/v1/claims/1")));

            Assert.Equal(status, cookie.Status);
            Assert.Equal(plain.Headers.ETag, cookie.Headers.ETag);
            Assert.False(cookie.Headers.Contains("Set-Cookie"));
        }
    }

    private static HttpRequestMessage From(string? site, HttpMethod method, string address)
    {
        var request = Refusals.Request(method, address);
        if (site is not null)
        {
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        }

        return request;
    }
}
