using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class UnmergeClaimTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task What_was_done_since_stays_where_it_is_and_a_line_that_was_edited_goes_back()
    {
        var (article, sentences) = await _api.GivenArticleAsync($"The mole is 400 metres long. It was mended.");
        var (old, into) = (await _api.GivenClaimAsync(), await _api.GivenClaimAsync());
        await _api.PutAsync($"/sentences/{sentences[0]}/claims/{old}", new { });
        await _api.PutAsync($"/sentences/{sentences[1]}/claims/{old}", new { });
        await _api.PutAsync($"/sentences/{sentences[1]}/claims/{into}", new { role = "repeats" });
        await MergeAsync(old, into);
        var evidence = await _api.GivenEvidenceAsync(into);
        var comment = await _api.GivenAsync("/comments", new { subject = $"claim/{into}", text = "Since." });
        await _api.PutAsync($"/articles/{article}/text", new { text = $"The mole is 450 metres long now. It was mended twice." });

        await _api.PostAsync($"/claims/{old}/unmerge", new { reason = "They differ." });

        Assert.Equal(2, (await _api.GetAsync($"/claims/{old}")).Json["sentences"]!.AsArray().Count);
        Assert.Single((await _api.GetAsync($"/claims/{into}")).Json["sentences"]!.AsArray());
        Assert.Equal([evidence], (await _api.GetAsync($"/claims/{into}/evidence")).Ids());
        Assert.Equal([comment], (await _api.GetAsync($"/comments?subject=claim/{into}")).Ids());
        Assert.Empty((await _api.GetAsync($"/claims/{old}/evidence")).Items);
    }

    [Fact]
    public async Task Merges_can_follow_each_other_and_are_undone_in_turn_and_external_ids_find_the_last()
    {
        const int number = 7;
        var first = await _api.GivenAsync("/claims", new { text = "First.", externalApp = "cms", externalId = $"first {number}" });
        var second = await _api.GivenAsync("/claims", new { text = "Second.", externalApp = "cms", externalId = $"second {number}" });
        var third = await _api.GivenClaimAsync("Third.");
        await MergeAsync(first, second);
        await MergeAsync(second, third);

        foreach (var id in (string[])["first", "second"])
        {
            Assert.Equal([third], (await _api.GetAsync($"/claims?externalApp=cms&externalId={id}+{number}")).Ids());
        }

        var line = $$"""{"text":"Third.","headline":"New","externalApp":"cms","externalId":"first {{number}}"}""";
        var bulk = await _api.SendTextAsync(HttpMethod.Post, "/claims/bulk?onConflict=update", line, "application/x-ndjson");
        Assert.Equal(third, (long)bulk.Json["id"]!);
        var tooEarly = await _api.PostAsync($"/claims/{first}/unmerge", new { reason = "In turn." });
        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/claims/{second}"), (tooEarly.Status, (string)tooEarly.Json["existing"]!));
        Assert.Equal(HttpStatusCode.Conflict, (await _api.DeleteAsync($"/claims/{third}")).Status);
        Assert.Contains("claim.created", (await _api.GetAsync($"/claims/{third}/history")).Items.Texts("kind"), StringComparer.Ordinal);

        await _api.PostAsync($"/claims/{second}/unmerge", new { reason = "In turn." });
        await _api.PostAsync($"/claims/{first}/unmerge", new { reason = "In turn." });

        Assert.Equal([first], (await _api.GetAsync($"/claims?externalApp=cms&externalId=first+{number}")).Ids());
        Assert.Equal(
            ["claim.created", "claim.merged", "claim.unmerged"],
            (await _api.GetAsync($"/claims/{first}/history")).Items.Texts("kind"));
    }

    private Task<Answer> MergeAsync(long old, long into) =>
        _api.PostAsync($"/claims/{old}/merge", new { into, reason = "The same in other words." });
}
