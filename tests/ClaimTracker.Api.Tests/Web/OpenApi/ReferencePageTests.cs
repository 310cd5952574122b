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
    public async Task The_browser_is_told_to_let_it_call_nowhere_else()
    {
        using var response = await server.Client.GetAsync("/scalar/");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'self' 'unsafe-inline' data: blob:;", policy, StringComparison.Ordinal);
    }
}
