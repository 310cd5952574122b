using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Domain.Access;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Api.Web.Health;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Features.Help;

/// <summary>GET /, on a desk that lets the public read and on one that does not.</summary>
public sealed partial class FrontDoorTests(ApiHost host, DeskOfRoles desk) : IClassFixture<ApiHost>, IClassFixture<DeskOfRoles>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData(Browser)]
    [InlineData("*/*")]
    [InlineData("text/html, application/json")]
    [InlineData("application/json;q=0.5, text/html")]
    [InlineData(null)]
    public async Task A_person_gets_a_page_that_says_what_this_is_and_whether_it_is_ready(string? accept)
    {
        var answer = await AskAsync(host, accept);

        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (answer.Status, answer.ContentHeaders.ContentType!.ToString()));
        Assert.Contains("<h1>ClaimTracker</h1>", answer.Text, StringComparison.Ordinal);
        Assert.Contains("This service is ready.", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"Version {ApiInfo.Version}", answer.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", answer.Text, StringComparison.Ordinal);
        Assert.Equal(("Accept", true), (string.Join(", ", answer.Headers.Vary), answer.Headers.CacheControl!.NoCache));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json, text/plain, */*")]
    [InlineData("text/html;q=0.5, Application/JSON")]
    public async Task A_program_that_asks_for_JSON_gets_the_entry_points(string accept)
    {
        var answer = await AskAsync(host, accept);

        Assert.Equal("application/json", answer.ContentHeaders.ContentType!.MediaType);
        Wire.Same(
            new
            {
                name = "ClaimTracker",
                version = ApiInfo.Version,
                ready = true,
                api = "/api/v1",
                openapi = "/openapi/v1.json",
                reference = "/scalar",
                guides = "/help",
                readiness = "/readyz",
                reviews = (string?)null,
            },
            answer.Json);
    }

    [Fact]
    public async Task Every_link_leads_to_an_answer_and_the_public_reviews_are_there_where_the_public_may_read()
    {
        var (closed, open) = (await AskAsync(host, Browser), await AskAsync(desk.Host, Browser));

        Assert.DoesNotContain("/api/v1/verdicts", closed.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/api/v1/verdicts\"", open.Text, StringComparison.Ordinal);
        Assert.Equal("/api/v1/verdicts", (string?)(await AskAsync(desk.Host, "application/json")).Json["reviews"]);
        foreach (var link in Link().Matches(open.Text).Select(static m => m.Groups["target"].Value))
        {
            using var there = await desk.Host.Stranger.GetAsync(link);
            Assert.True(there.StatusCode == HttpStatusCode.OK, $"{link} answered {there.StatusCode}");
        }
    }

    [Fact]
    public async Task Nothing_runs_in_it_nothing_is_loaded_and_its_style_is_the_one_that_the_policy_names()
    {
        var answer = await AskAsync(host, Browser);

        var style = answer.Text.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotMatch("<script|<iframe|<[^>]* (style|on[a-z]+)=|url\\(", answer.Text);
        Assert.Contains("prefers-color-scheme: dark", style, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("{[a-z]+}(?!/keys)|<!--", answer.Text);
    }

    [Theory]
    [InlineData(Browser)]
    [InlineData("application/json")]
    public async Task HEAD_has_the_headers_of_GET_and_no_body(string accept)
    {
        var (get, head) = (await AskAsync(host, accept), await AskAsync(host, accept, HttpMethod.Head));

        Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Text));
        Assert.Equal(get.ContentHeaders.ContentType, head.ContentHeaders.ContentType);
        Assert.Equal(get.ContentHeaders.ContentLength, head.ContentHeaders.ContentLength);
    }

    [Fact]
    public async Task It_says_that_the_service_is_not_ready_a_moment_after_it_is_not()
    {
        var stopping = new ApiHost();
        await stopping.InitializeAsync();
        var before = await AskAsync(stopping, "application/json");
        stopping.Services.GetRequiredService<ServiceState>().Broken(7);

        var soon = await AskAsync(stopping, "application/json");
        stopping.Time.Advance(TimeSpan.FromSeconds(6));
        var later = await AskAsync(stopping, "application/json");
        var page = await AskAsync(stopping, Browser);
        await stopping.DisposeAsync();

        Assert.Equal((true, true, false), ((bool)before.Json["ready"]!, (bool)soon.Json["ready"]!, (bool)later.Json["ready"]!));
        Assert.Contains("This service is not ready.", page.Text, StringComparison.Ordinal);
    }

    private static Task<Answer> AskAsync(ApiHost host, string? accept, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, "/");
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return new ApiDriver(host.Stranger).SendAsync(request);
    }

    [GeneratedRegex("href=\"(?<target>/[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
