using System.Net;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Documents;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Help;

public sealed partial class HelpPagesTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("/help/api", "http/README.md")]
    [InlineData("/help/routes", "http/ROUTES.md")]
    [InlineData("/help/conventions", "http/CONVENTIONS.md")]
    [InlineData("/help/limits", "http/LIMITS.md")]
    [InlineData("/help/lists", "http/LISTS.md")]
    [InlineData("/help/imports", "http/IMPORTS.md")]
    [InlineData("/help/operations", "src/ClaimTracker.Api/README.md")]
    [InlineData("/help/database", "db/README.md")]
    [InlineData("/help/history", "db/HISTORY.md")]
    [InlineData("/help/security", "src/ClaimTracker.Api/SECURITY.md")]
    public async Task A_guide_is_the_page_of_the_repository_but_for_its_links(string address, string file)
    {
        var text = await ReadAsync(address);

        Assert.Equal(Link().Replace(Repository.Read(file), "]"), Link().Replace(text, "]"));
        Assert.Contains($"]({address}): ", await ReadAsync("/help"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/help/api")]
    [InlineData("/help/imports")]
    [InlineData("/help/operations")]
    [InlineData("/help/database")]
    [InlineData("/help/history")]
    [InlineData("/help/security")]
    public async Task Every_link_leads_to_an_answer(string address)
    {
        var links = Link().Matches(await ReadAsync(address)).Select(static m => m.Groups["target"].Value).ToList();

        Assert.NotEmpty(links);
        foreach (var link in links.Where(static link => !link.StartsWith("https://", StringComparison.Ordinal)))
        {
            using var answer = await host.Stranger.GetAsync(new Uri(new Uri(host.Stranger.BaseAddress!, address), link));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {link} answered {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_guide_that_does_not_exist_is_a_problem()
    {
        var answer = await new ApiDriver(host.Stranger).SendAsync(new HttpRequestMessage(HttpMethod.Get, "/help/nothing"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        await host.AssertProblemAsync(answer, "/help/nothing");
    }

    private async Task<string> ReadAsync(string address)
    {
        using var page = await host.Stranger.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/markdown; charset=utf-8", page.Content.Headers.ContentType?.ToString());
        return await page.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
