using System.Net;
using System.Net.Http.Json;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Evidence;

/// <summary>That verify passes afterwards is what every <see cref="ApiHost"/> asks for when it ends.</summary>
public sealed class EraseEvidenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Secret = "Quastenflosser";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Its_words_are_gone_from_it_from_verdicts_that_cited_it_from_kept_answers_and_from_the_files()
    {
        var claim = await _api.GivenClaimAsync("The harbour was sold.");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/claims/{claim}/evidence")
        {
            Content = JsonContent.Create(new
            {
                source = new { url = "https://register.example/harbour" },
                excerpt = $"Sold to {Secret} 😀.",
                note = $"Ask {Secret}.",
                publicNote = $"By {Secret}.",
                locator = new { section = Secret },
                stance = "supports",
            }),
        };
        request.Headers.Add("Idempotency-Key", "attached");
        var evidence = (await _api.SendAsync(request)).Id;
        await _api.PutAsync(
            $"/evidence/{evidence}/claims/{claim}", new { stance = "supports", note = Secret, question = "Who bought it?" });
        var verdict = await _api.GivenDraftAsync(claim, "True");
        await _api.PublishAsync(verdict);
        var draft = await _api.GivenDraftAsync(claim, "False");
        await _api.DeleteAsync($"/verdicts/{draft}");

        var recorded = await host.RecordedByAsync(async () =>
            Assert.Equal(HttpStatusCode.OK, (await _api.EraseAsync($"/evidence/{evidence}")).Status));

        Assert.Equal(
            [$"verdict.erased verdict/{verdict}", $"evidence.erased evidence/{evidence}"], recorded.Take(2), StringComparer.Ordinal);
        Assert.All(recorded.Skip(2), static e => Assert.StartsWith("event.redacted ", e, StringComparison.Ordinal));
        var read = (await _api.GetAsync($"/evidence/{evidence}")).Json;
        Assert.Equal((true, new string('█', $"Sold to {Secret} X.".Length)), ((bool)read["erased"]!, (string?)read["excerpt"]));
        Assert.Equal("Who bought it?", (string?)read["links"]![0]!["question"]);
        var cited = (await _api.GetAsync($"/verdicts/{verdict}")).Json;
        Assert.Equal(("published", (string?)read["excerpt"]), ((string?)cited["state"], (string?)cited["evidence"]![0]!["excerpt"]));
        Assert.Equal("https://register.example/harbour", (string?)cited["evidence"]![0]!["source"]!["url"]);
        Assert.Equal("0", host.Store.Ask("select count(*) from idempotency_keys"));
        Assert.DoesNotContain(Secret, (await _api.GetAsync("/history?limit=500")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, host.Store.Bytes(), StringComparison.Ordinal);
        Assert.Contains(
            (await _api.GetAsync($"/claims/{claim}/history")).Items, e => (string?)e!["kind"] == "verdict.erased");
    }

    [Fact]
    public async Task Again_it_answers_the_same_and_an_edit_or_a_new_link_is_refused()
    {
        var claim = await _api.GivenClaimAsync("It was sold again.");
        var evidence = await _api.GivenEvidenceAsync(claim);
        var comment = await _api.GivenAsync("/comments", new { subject = $"evidence/{evidence}", text = "Is it so?" });

        var answer = await _api.EraseAsync($"/evidence/{evidence}");

        Wire.Same(
            new
            {
                subject = $"evidence/{evidence}",
                erasedAt = "2026-03-03T12:00:00Z",
                mayQuote = (string[])[$"/api/v1/claims/{claim}", $"/api/v1/comments/{comment}"],
                mayQuoteCount = 2,
            },
            answer.Json);
        Assert.Equal(answer.Text, (await _api.EraseAsync($"/evidence/{evidence}")).Text);
        var other = await _api.GivenClaimAsync("It is another.");
        Assert.Equal(HttpStatusCode.Conflict, (await _api.PatchAsync($"/evidence/{evidence}", new { excerpt = "Back." })).Status);
        Assert.Equal(
            HttpStatusCode.Conflict, (await _api.PutAsync($"/evidence/{evidence}/claims/{other}", new { stance = "context" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.EraseAsync("/evidence/999999", "*")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.EraseAsync($"/evidence/{evidence}", "\"other\"")).Status);
    }

    [Fact]
    public async Task The_public_hears_of_a_published_verdict_that_lost_words_and_not_of_a_draft()
    {
        var open = new ApiHost(("Auth:Public", "true"));
        await open.InitializeAsync();
        var api = open.Api;
        var claim = await api.GivenClaimAsync("It was said in public.");
        var published = await api.GivenPublishedAsync(claim, "True");
        var draft = await api.GivenDraftAsync(claim, "False");
        var evidence = (await api.GetAsync($"/claims/{claim}/evidence")).Ids()[0];
        await api.EraseAsync($"/evidence/{evidence}");

        var heard = await new ApiDriver(open.Stranger).GetAsync("/changes?kinds=verdict.erased&limit=500");
        var told = await api.GetAsync("/changes?kinds=verdict.erased&limit=500");

        Assert.Equal([$"verdict/{published}"], heard.Items.Select(static e => (string)e!["subject"]!), StringComparer.Ordinal);
        Assert.Equal(
            [$"verdict/{published}", $"verdict/{draft}"], told.Items.Select(static e => (string)e!["subject"]!), StringComparer.Ordinal);
        await open.DisposeAsync();
    }
}
