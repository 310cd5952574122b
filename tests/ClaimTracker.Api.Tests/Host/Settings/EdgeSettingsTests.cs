using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Host.Settings;

/// <summary>The settings of what stands between the network and the service.</summary>
public sealed class EdgeSettingsTests
{
    [Theory]
    [InlineData("RateLimits:Enabled", "maybe")]
    [InlineData("RateLimits:PerKey", "0")]
    [InlineData("RateLimits:PerAddress", "many")]
    [InlineData("RateLimits:Exports", "-1")]
    [InlineData("RateLimits:PerKey", "99999999999")]
    [InlineData("AllowedHosts", "*")]
    [InlineData("AllowedHosts", "desk.example;*.desk.example")]
    [InlineData("AllowedHosts", "https://desk.example")]
    [InlineData("AllowedHosts", "desk.example:443")]
    [InlineData("Proxy:Behind", "2")]
    [InlineData("Proxy:Known", "10.0.0.0/99")]
    [InlineData("Proxy:Known", "10.0.0.1, 10.0.0.2")]
    [InlineData("Cors:Origins", "*")]
    [InlineData("Cors:Origins", "desk.example")]
    [InlineData("Cors:Origins", "https://desk.example/")]
    [InlineData("Cors:Origins", "https://desk.example;https://*.desk.example")]
    [InlineData("Cors:Origins", "null")]
    [InlineData("Auth:Public", "yes")]
    [InlineData("Auth:Oidc:Issuer", "sign-in.example")]
    [InlineData("Auth:Oidc:Issuer", "http://sign-in.example")]
    [InlineData("Auth:Oidc:Issuer", "https://sign-in.example?tenant=1")]
    public async Task A_setting_that_is_wrong_is_refused_in_a_sentence_that_names_it(string name, string value)
    {
        await using var store = await TestEngine.Current.NewAsync();
        var settings = store.Settings(ApiHost.Key, ("Proxy:Behind", "true"));
        settings.Configuration[name] = value;

        var refused = await Assert.ThrowsAsync<StartException>(() =>
            Service.StartAsync(ServiceSettings.Read(settings.Configuration), demo: false, TimeProvider.System));

        Assert.Contains($"The setting {name} must ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("Auth:Oidc:Issuer", "https://sign-in.example/", "Auth:Oidc:Audience")]
    [InlineData("Auth:Oidc:Audience", "claimtracker", "Auth:Oidc:Issuer")]
    public async Task An_issuer_and_an_audience_need_each_other(string name, string value, string missing)
    {
        await using var store = await TestEngine.Current.NewAsync();

        var refused = await Assert.ThrowsAsync<StartException>(
            () => Service.StartAsync(store.Settings(ApiHost.Key, (name, value)), demo: false, TimeProvider.System));

        Assert.Contains($"The setting {missing} must ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_the_client_is_who_the_proxy_says_and_the_host_is_what_the_client_asked_for()
    {
        var host = new ApiHost(
            ("Proxy:Behind", "true"), ("Proxy:Known", "10.0.0.0/8;2001:db8::7"), ("AllowedHosts", "desk.example"),
            ("RateLimits:Enabled", "true"), ("RateLimits:PerAddress", "1"));
        await host.InitializeAsync();
        try
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, "203.0.113.1"));
            Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(host, "203.0.113.1"));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, "203.0.113.2"));

            // What the client wrote itself stands before what the proxy added, and counts for nothing.
            Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(host, "198.51.100.9, 203.0.113.2"));

            // A second proxy that is known passes on whom it saw.
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, "198.51.100.9, 203.0.113.3, 10.1.2.3"));
            Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(host, "203.0.113.3"));

            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, "203.0.113.4", "desk.example"));
            Assert.Equal(HttpStatusCode.MisdirectedRequest, await AskAsync(host, "203.0.113.5", "rebound.example"));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Without_a_proxy_nobody_chooses_who_or_what_is_seen()
    {
        var host = new ApiHost(
            ("AllowedHosts", "desk.example"), ("ForwardedHeaders_Enabled", "true"), ("RateLimits:Enabled", "true"),
            ("RateLimits:PerAddress", "2"));
        await host.InitializeAsync();
        try
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, "203.0.113.1"));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, "203.0.113.2", "rebound.example"));
            Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(host, "203.0.113.3"));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task<HttpStatusCode> AskAsync(ApiHost host, string client, string? name = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", client);
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", name);
        return (await new ApiDriver(host.Stranger).SendAsync(request)).Status;
    }
}
