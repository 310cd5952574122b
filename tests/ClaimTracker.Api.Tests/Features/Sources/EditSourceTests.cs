using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Sources;

public sealed class EditSourceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Members_left_out_stay_and_null_clears()
    {
        var source = await _api.GivenAsync(
            "/sources", new { url = "https://edit.example/1", title = "Old", author = "A", kind = "expert", confidential = true });

        var answer = await _api.PatchAsync($"/sources/{source}", new { title = "New", author = (string?)null, confidential = (bool?)null });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            ("New", null, "expert"), ((string)answer.Json["title"]!, (string?)answer.Json["author"], (string)answer.Json["kind"]!));
        Assert.Equal((false, "https://edit.example/1"), ((bool)answer.Json["confidential"]!, (string)answer.Json["url"]!));
        Assert.Equal(["source.created", "source.edited"], await host.KindsAsync($"source/{source}"));
    }

    [Fact]
    public async Task The_archived_copy_is_added_later_and_verdicts_keep_what_they_cited()
    {
        var claim = await _api.GivenClaimAsync();
        var evidence = await _api.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://fleeting.example/a", accessedOn = "2026-03-01" },
            excerpt = "It is so.",
            stance = "supports",
        });
        var verdict = await _api.GivenDraftAsync(claim, "True");
        var source = (long)(await _api.GetAsync($"/evidence/{evidence}")).Json["source"]!["id"]!;

        var answer = await _api.PatchAsync(
            $"/sources/{source}", new { accessedOn = (string?)null, archivedUrl = "https://copies.example/fleeting" });

        Assert.Equal((null, "https://copies.example/fleeting"), Copy(answer.Json));
        Assert.Equal(("2026-03-01", null), Copy((await _api.GetAsync($"/verdicts/{verdict}")).Json["evidence"]![0]!["source"]!));

        static (string? On, string? Copy) Copy(JsonNode source) => ((string?)source["accessedOn"], (string?)source["archivedUrl"]);
    }

    [Fact]
    public async Task An_address_that_another_source_has_is_refused()
    {
        var taken = await _api.GivenAsync("/sources", new { url = "https://taken.example/a" });
        var source = await _api.GivenAsync("/sources", new { title = "Wants it" });

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PatchAsync($"/sources/{source}", new { url = "http://www.taken.example/a/" });

            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Equal($"/api/v1/sources/{taken}", (string)answer.Json["existing"]!);
        });

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task A_source_may_spell_its_own_address_in_another_way()
    {
        var source = await _api.GivenAsync("/sources", new { url = "http://own.example/a" });

        var answer = await _api.PatchAsync($"/sources/{source}", new { url = "https://www.own.example/a" });

        Assert.Equal((HttpStatusCode.OK, "https://www.own.example/a"), (answer.Status, (string)answer.Json["url"]!));
    }

    [Fact]
    public async Task A_source_keeps_an_address_or_a_title()
    {
        var source = await _api.GivenAsync("/sources", new { url = "https://bare.example/" });

        var answer = await _api.PatchAsync($"/sources/{source}", new { url = (string?)null });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error("title"));
    }

    [Theory]
    [InlineData("""{"confidential": false}""")]
    [InlineData("""{"confidential": null}""")]
    public async Task Only_an_editor_lifts_confidentiality(string patch)
    {
        var source = await _api.GivenAsync("/sources", new { title = "A witness", confidential = true });
        var checker = await host.AsAsync("checker", "Bo lifts " + patch.Length);
        var marked = await checker.PatchAsync($"/sources/{source}", new { title = "A neighbour", confidential = true });

        var answer = await checker.SendTextAsync(HttpMethod.Patch, $"/sources/{source}", patch);
        var lifted = await _api.SendTextAsync(HttpMethod.Patch, $"/sources/{source}", patch);

        Assert.Equal((HttpStatusCode.OK, "A neighbour"), (marked.Status, (string)marked.Json["title"]!));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal($"Source {source} is confidential: only an editor may lift that.", (string)answer.Json["detail"]!);
        Assert.Equal((HttpStatusCode.OK, false), (lifted.Status, (bool)lifted.Json["confidential"]!));
    }

    [Fact]
    public async Task An_article_does_not_become_the_source_of_its_own_claims()
    {
        var article = await _api.PostAsync(
            "/articles", new { text = "An article is moved under its own claim.", url = "https://moved.example/a" });
        var sentence = (long)article.Json["sentences"]![0]!["id"]!;
        var claim = await _api.GivenAsync($"/sentences/{sentence}/claims", new { text = "It is moved." });
        var source = await _api.GivenAsync("/sources", new { url = "https://moved.example/elsewhere" });
        var evidence = await _api.GivenEvidenceAsync(claim, "https://moved.example/elsewhere");

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PatchAsync($"/sources/{source}", new { url = "http://www.moved.example/a?utm_source=x" });

            Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/evidence/{evidence}"), (answer.Status, (string)answer.Json["existing"]!));
            Assert.Contains($"claim {claim}", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        });

        Assert.Empty(recorded);
        Assert.Equal(HttpStatusCode.OK, (await _api.PatchAsync($"/sources/{source}", new { url = "https://moved.example/b" })).Status);
    }

    [Fact]
    public async Task A_stale_edit_is_refused()
    {
        var source = await _api.GivenAsync("/sources", new { title = "Stale" });
        var old = (await _api.GetAsync($"/sources/{source}")).ETag;
        await _api.PatchAsync($"/sources/{source}", new { title = "Fresh" });

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.PatchAsync($"/sources/{source}", new { title = "Mine" }, old)).Status);
    }

    [Fact]
    public async Task A_missing_source_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PatchAsync("/sources/999999", new { title = "None" })).Status);
}
