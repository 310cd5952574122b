using System.Net;
using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Tests.Web.OpenApi;

[Collection(nameof(DescribedServer))]
public sealed class ReferencePageTests(DescribedServer server)
{
    [Fact]
    public async Task The_page_names_no_other_host()
    {
        var page = await server.Client.GetStringAsync("/scalar/");

        Assert.DoesNotMatch("(https?:)?//[a-z]", page);
        Assert.Contains("openapi/v1.json", page, StringComparison.Ordinal);
        Assert.Contains("\"withDefaultFonts\":false", page, StringComparison.Ordinal);
        Assert.Contains("\"telemetry\":false", page, StringComparison.Ordinal);
        Assert.Contains("\"agent\":{\"disabled\":true}", page, StringComparison.Ordinal);
        Assert.Contains("\"proxyUrl\":\"\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_scripts_come_from_here()
    {
        var page = await server.Client.GetStringAsync("/scalar/");
        var scripts = Regex.Matches(page, "(?<=src=\")[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(static m => m.Value)
            .ToList();

        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            using var response = await server.Client.GetAsync("/scalar/" + script);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task The_browser_runs_only_what_is_served_here_and_what_the_page_names_by_its_nonce()
    {
        using var response = await server.Client.GetAsync("/scalar/");
        using var again = await server.Client.GetAsync("/scalar/");
        var page = await response.Content.ReadAsStringAsync();
        var nonce = Found(Policy(response), "(?<=script-src 'self' 'nonce-)[0-9a-f]{32}(?=';)");

        Assert.StartsWith("default-src 'none';", Policy(response), StringComparison.Ordinal);
        Assert.Contains("connect-src 'self';", Policy(response), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Policy(response), StringComparison.Ordinal);
        Assert.NotEqual(Policy(response), Policy(again), StringComparer.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.DoesNotMatch($"<script(?![^>]* nonce=\"{nonce}\")", page);
        Assert.Contains($"<meta property=\"csp-nonce\" content=\"{nonce}\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<[^>]* (style|on[a-z]+)=", page);
    }

    private static string Policy(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();

    private static string Found(string text, string pattern)
    {
        var match = Regex.Match(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.True(match.Success, text);
        return match.Value;
    }
}
