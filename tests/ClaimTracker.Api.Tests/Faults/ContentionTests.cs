using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>Many clients want the same thing at once.</summary>
public sealed class ContentionTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const int Clients = 8;
    private const int EditsOfClient = 50;
    private const int AtOnce = 50;

    [Fact]
    public async Task Of_400_edits_of_one_claim_by_8_clients_none_is_lost()
    {
        var claim = await host.Api.GivenClaimAsync("Everybody edits this.");
        var won = new ConcurrentBag<string>();
        var lost = 0;

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < EditsOfClient; i++)
            {
                var headline = $"Edit {i} of client {client}";
                var answer = await host.Api.PatchAsync($"/claims/{claim}", new { headline });
                if (answer.Status == HttpStatusCode.OK)
                {
                    won.Add(headline);
                }
                else
                {
                    Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
                    Interlocked.Increment(ref lost);
                }
            }
        })));

        Assert.Equal(Clients * EditsOfClient, won.Count + lost);
        Assert.NotEqual(0, lost);
        var edits = (await host.EventsAsync()).Where(e => e.Subject == $"claim/{claim}")
            .Select(static e => JsonNode.Parse(e.Body)!)
            .Skip(1)
            .ToList();
        Assert.Equal(
            won.Order(StringComparer.Ordinal), edits.Select(static e => (string)e["after"]!["headline"]!).Order(StringComparer.Ordinal));
        Assert.All(
            edits.Zip(edits.Skip(1)),
            static pair => Assert.Equal((string?)pair.First["after"]!["headline"], (string?)pair.Second["before"]!["headline"]));
        Assert.Equal((string?)edits[^1]["after"]!["headline"], (string?)(await host.Api.GetAsync($"/claims/{claim}")).Json["headline"]);
    }

    [Theory]
    [InlineData("/articles", """{"text":"Fifty newsrooms send this text at once.","title":"Once"}""")]
    [InlineData("/articles", """{"text":"And this page.","url":"https://example.org/fifty"}""")]
    [InlineData("/sources", """{"url":"https://example.org/at-once"}""")]
    public async Task Fifty_equal_requests_at_once_make_one_thing(string path, string body)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => host.Api.SendTextAsync(HttpMethod.Post, path, body)));

        Assert.Single(answers, static answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(AtOnce - 1, answers.Count(static answer => answer.Status == HttpStatusCode.OK));
        Assert.Single(answers.Select(static answer => answer.Id).Distinct());
        Assert.Single(answers.Select(static answer => answer.ETag).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Fifty_requests_with_one_Idempotency_Key_at_once_make_one_thing()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ =>
        {
            var request = Refusals.Request(HttpMethod.Post, "/api/v1/claims", """{"text":"Said fifty times at once."}""");
            request.Headers.Add("Idempotency-Key", "fifty-at-once");
            return host.Api.SendAsync(request);
        }));

        var done = answers.Where(static answer => answer.Status == HttpStatusCode.Created).ToList();
        Assert.NotEmpty(done);
        Assert.Single(done.Select(static answer => answer.Text).Distinct(StringComparer.Ordinal));
        Assert.All(
            answers.Except(done),
            static answer => Assert.Equal((HttpStatusCode.Conflict, "1"), (answer.Status, answer.Headers.RetryAfter?.ToString())));
        Assert.Single(
            (await host.Api.GetAsync("/claims?limit=500")).Items, static claim => (string)claim!["text"]! == "Said fifty times at once.");
    }

    [Fact]
    public async Task Fifty_rating_scales_of_one_name_at_once_make_one_and_49_conflicts()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => host.Api.SendTextAsync(
            HttpMethod.Post, "/rating-scales", """{"name":"At once","ratings":[{"name":"No"},{"name":"Yes"}]}""")));

        Assert.Single(answers, static answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(AtOnce - 1, answers.Count(static answer => answer.Status == HttpStatusCode.Conflict));
    }
}
