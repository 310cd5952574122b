using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Access;

public sealed class CacheRulesTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string> Routes => EndpointTypes.Names(static _ => true);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task What_needs_a_key_is_kept_by_no_cache(string endpoint)
    {
        var route = _host.Route(endpoint);
        foreach (var driver in new[] { _host.Api, new ApiDriver(_host.Stranger) })
        {
            var answer = await driver.SendAsync(Refusals.Request(route.Method, route.Address("99")));

            Assert.Equal("no-store, private", answer.Headers.CacheControl?.ToString());
            Assert.Contains("Authorization", answer.Headers.Vary, StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task What_did_not_change_is_kept_by_no_cache_either()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims/1");
        request.Headers.TryAddWithoutValidation("If-None-Match", (await _host.Api.GetAsync("/claims/1")).ETag);

        var answer = await _host.Api.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, answer.Status);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("Authorization", Assert.Single(answer.Headers.Vary));
    }
}
