using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Sources;

/// <summary>That verify passes afterwards is what every <see cref="ApiHost"/> asks for when it ends.</summary>
public sealed class EraseSourceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Secret = "Quastenflosser";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Its_words_are_gone_from_it_from_verdicts_and_from_the_files_and_its_evidence_stays()
    {
        var body = new
        {
            url = $"https://register.example/{Secret}",
            title = $"Interview with {Secret}",
            author = Secret,
            publisher = $"{Secret} Press",
            archivedUrl = $"https://copies.example/{Secret}",
            reliabilityNote = $"{Secret} was there.",
            kind = "interview",
        };
        var source = await _api.GivenAsync("/sources", body);
        var claim = await _api.GivenClaimAsync("Somebody was there.");
        var evidence = await _api.GivenAsync(
            $"/claims/{claim}/evidence", new { source = new { id = source }, excerpt = "I was there.", stance = "supports" });
        var gone = await _api.GivenAsync(
            $"/claims/{claim}/evidence", new { source = new { id = source }, excerpt = "I was not.", stance = "refutes" });
        await _api.DeleteAsync($"/evidence/{gone}");
        var verdict = await _api.GivenDraftAsync(claim, "True");
        await _api.PublishAsync(verdict);

        var answer = await _api.EraseAsync($"/sources/{source}");

        Wire.Same(
            new
            {
                subject = $"source/{source}",
                erasedAt = "2026-03-03T12:00:00Z",
                mayQuote = (string[])[$"/api/v1/evidence/{evidence}", $"/api/v1/verdicts/{verdict}"],
                mayQuoteCount = 2,
            },
            answer.Json);
        Assert.Equal(answer.Text, (await _api.EraseAsync($"/sources/{source}")).Text);
        var read = (await _api.GetAsync($"/sources/{source}")).Json;
        Assert.Equal(
            (true, new string('█', body.title.Length), null, "interview"),
            ((bool)read["erased"]!, (string?)read["title"], (string?)read["url"], (string?)read["kind"]));
        Assert.Equal(
            (string?)read["title"], (string?)(await _api.GetAsync($"/verdicts/{verdict}")).Json["evidence"]![0]!["source"]!["title"]);
        Assert.Equal("I was there.", (string?)(await _api.GetAsync($"/evidence/{evidence}")).Json["excerpt"]);
        Assert.DoesNotContain(Secret, (await _api.GetAsync("/exports/verdicts.jsonl")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await _api.GetAsync("/history?limit=500")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, host.Store.Bytes(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await _api.PatchAsync($"/sources/{source}", new { title = "Back" })).Status);
        Assert.NotEqual(source, await _api.GivenAsync("/sources", body));
    }

    [Fact]
    public async Task One_that_had_only_an_address_has_a_title_of_its_length()
    {
        const string Address = "https://register.example/only";
        var source = await _api.GivenAsync("/sources", new { url = Address });

        await _api.EraseAsync($"/sources/{source}");

        Assert.Equal(new string('█', Address.Length), (string?)(await _api.GetAsync($"/sources/{source}")).Json["title"]);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/sources/{source}")).Status);
    }

    [Fact]
    public async Task Of_many_things_that_may_quote_it_500_are_named_and_all_are_counted()
    {
        var source = await _api.GivenAsync("/sources", new { title = "A diary that is quoted often" });
        var evidence = Enumerable.Range(1, 100)
            .Select(page => new { source = new { id = source }, excerpt = $"Page {page}.", stance = "context" });
        var lines = Enumerable.Range(1, 6)
            .Select(n => System.Text.Json.JsonSerializer.Serialize(new { text = $"Entry {n} is true.", evidence }));
        var made = await _api.SendTextAsync(HttpMethod.Post, "/claims/bulk", string.Join('\n', lines), "application/x-ndjson");
        var statuses = made.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => (int)System.Text.Json.Nodes.JsonNode.Parse(line)!["status"]!);
        Assert.Equal(Enumerable.Repeat(201, 6), statuses);

        var answer = (await _api.EraseAsync($"/sources/{source}")).Json;

        Assert.Equal((Limits.Quotes, 600), (answer["mayQuote"]!.AsArray().Count, (int)answer["mayQuoteCount"]!));
    }
}
