using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class MergeClaimTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static int _made;

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Everything_goes_over_once_and_goes_back_to_the_byte()
    {
        var twins = await GivenTwinsAsync();
        var before = await ReadAsync(twins);

        var merged = await MergeAsync(twins.Old, twins.Into);

        Assert.Equal((HttpStatusCode.OK, $"/api/v1/claims/{twins.Into}"), (merged.Status, merged.Headers.Location!.ToString()));
        var into = (await _api.GetAsync($"/claims/{twins.Into}")).Json;
        Assert.Equal(merged.Text, (await _api.GetAsync($"/claims/{twins.Into}")).Text);
        Assert.Equal([.. twins.Sentences.Take(3)], into["sentences"]!.AsArray().Select(static s => (long)s!["sentenceId"]!).Order());
        Assert.Equal("asserts", (string?)into["sentences"]![0]!["role"]);
        Wire.Same(new[] { "harbour", "crane" }, into["tags"]);
        Assert.Equal(2, into["appearances"]!.AsArray().Count);
        Assert.Equal(["opposite", "quotes"], into["relations"]!.Texts("relation"));
        Assert.Equal(twins.Evidence, (await _api.GetAsync($"/claims/{twins.Into}/evidence")).Ids().Order());
        Assert.Equal("supports", (string?)(await _api.GetAsync($"/evidence/{twins.Evidence[0]}")).Json["links"]![0]!["stance"]);
        Assert.Equal(2, (await _api.GetAsync($"/comments?subject=claim/{twins.Into}")).Items.Count);
        foreach (var list in twins.Lists)
        {
            Assert.Equal([twins.Into], (await _api.GetAsync($"/lists/{list}/claims")).Ids("claimId"));
        }

        var verdicts = (await _api.GetAsync($"/claims/{twins.Into}/verdicts")).Items;
        Assert.Equal([twins.Old, twins.Into], verdicts.Select(static v => (long)v!["claimId"]!).Order());
        Assert.Equal([1L, 1L], verdicts.Select(static v => (long)v!["number"]!));
        Assert.Equal([twins.Into], verdicts.Where(static v => (bool)v!["house"]!).Select(static v => (long)v!["claimId"]!));
        Assert.False((bool)into["disputed"]!);
        Assert.Empty((await _api.GetAsync($"/claims?ids={twins.Old}")).Items);

        var back = await _api.PostAsync($"/claims/{twins.Old}/unmerge", new { reason = "They differ." });

        Assert.Equal((HttpStatusCode.OK, twins.Old), (back.Status, back.Id));
        Assert.Equal(before, await ReadAsync(twins), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Exports_have_the_same_verdicts_and_the_one_that_was_published_clears_the_sentences_of_both()
    {
        var (article, sentences) = await _api.GivenArticleAsync($"The quay was built in {Next()}. It was the first one there.");
        var (old, into) = (await _api.GivenClaimAsync(), await _api.GivenClaimAsync());
        await _api.PutAsync($"/sentences/{sentences[0]}/claims/{old}", new { });
        await _api.PutAsync($"/sentences/{sentences[1]}/claims/{into}", new { });
        var verdict = await _api.GivenPublishedAsync(old, "True");
        const string File = "/exports/verdicts.csv?columns=verdict_id,claim_id,claim,rating,justification,state,sentence_id,sentence,house";
        var before = (await _api.GetAsync(File)).Text;

        await MergeAsync(old, into);

        Assert.Equal(before, (await _api.GetAsync(File)).Text);
        Assert.Equal([verdict], (await _api.GetAsync($"/verdicts?articleId={article}")).Ids());
        Assert.True((bool)(await _api.GetAsync($"/articles/{article}/coverage")).Json["readyToPublish"]!);
        Assert.Equal(1, (int)(await _api.GetAsync($"/articles/{article}/coverage")).Json["claims"]!);
        var claim = (await _api.GetAsync($"/claims/{into}")).Json;
        Assert.Equal(("published", verdict), ((string)claim["status"]!, (long)claim["verdict"]!["id"]!));
        Assert.Equal(HttpStatusCode.Conflict, (await _api.PatchAsync($"/claims/{into}", new { text = "Another." })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.PostAsync($"/verdicts/{verdict}/retract", new { reason = "It was wrong." })).Status);
        Assert.Equal("retracted", (string?)(await _api.GetAsync($"/claims/{into}")).Json["status"]);
    }

    [Fact]
    public async Task The_old_address_leads_on_and_takes_no_writes()
    {
        var (old, into) = (await _api.GivenClaimAsync(), await _api.GivenClaimAsync());
        var (_, sentences) = await _api.GivenArticleAsync($"The tug sank in {Next()}.");
        var list = await GivenListAsync();
        await MergeAsync(old, into);

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Stranger.BaseAddress };
        client.DefaultRequestHeaders.Authorization = _api.Http.DefaultRequestHeaders.Authorization;
        foreach (var below in (string[])["", "/verdicts?state=published&limit=1", "/evidence", "/history?limit=2"])
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
            {
                using var request = new HttpRequestMessage(method, $"/api/v1/claims/{old}{below}");
                using var answer = await client.SendAsync(request);
                Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
                Assert.Equal($"/api/v1/claims/{into}{below}", answer.Headers.Location!.ToString());
                Assert.True(answer.Headers.CacheControl!.NoStore);
                using var followed = await client.GetAsync(answer.Headers.Location);
                Assert.Equal(HttpStatusCode.OK, followed.StatusCode);
            }
        }

        Answer[] writes =
        [
            await _api.PatchAsync($"/claims/{old}", new { headline = "New" }, "*"),
            await _api.DeleteAsync($"/claims/{old}", "*"),
            await _api.PutAsync($"/claims/{old}/assignee", new { assignee = (string?)null }, "*"),
            await _api.PutAsync($"/claims/{old}/relations/{into}", new { relation = "same" }, "*"),
            await _api.DeleteAsync($"/claims/{old}/relations/{into}", "*"),
            await _api.PostAsync($"/claims/{old}/verdicts", new { rating = "True", justification = "So." }),
            await _api.PostAsync(
                $"/claims/{old}/evidence", new { source = new { url = "https://example.org/" }, excerpt = "A.", stance = "supports" }),
            await _api.PostAsync($"/claims/{old}/merge", new { into, reason = "Again." }),
            await _api.PutAsync($"/sentences/{sentences[0]}/claims/{old}", new { }, "*"),
            await _api.DeleteAsync($"/sentences/{sentences[0]}/claims/{old}", "*"),
            await _api.PutAsync($"/lists/{list}/claims/{old}", new { }, "*"),
            await _api.DeleteAsync($"/lists/{list}/claims/{old}", "*"),
            await _api.PostAsync("/comments", new { subject = $"claim/{old}", text = "A." }),
        ];
        Assert.All(writes, answer =>
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Equal($"/api/v1/claims/{into}", (string?)answer.Json["existing"]);
        });
    }

    [Fact]
    public async Task A_merge_that_would_lose_or_bend_a_verdict_is_refused_with_the_way_out()
    {
        var (old, into, third) = (await _api.GivenClaimAsync(), await _api.GivenClaimAsync(), await _api.GivenClaimAsync());
        await _api.GivenPublishedAsync(old, "True");
        var verdict = await _api.GivenPublishedAsync(into, "False");

        var differ = await MergeAsync(old, into);
        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/verdicts/{verdict}"), (differ.Status, (string)differ.Json["existing"]!));
        Assert.Contains("Correct or retract one of them first", (string)differ.Json["detail"]!, StringComparison.Ordinal);
        await _api.MoveAsync(verdict, "retract", new { reason = "It was wrong." });
        await _api.GivenEvidenceAsync(third);
        var waiting = await _api.GivenDraftAsync(third, "True");
        await _api.MoveAsync(waiting, "submit");
        Assert.Equal($"/api/v1/verdicts/{waiting}", (string?)(await MergeAsync(third, into)).Json["existing"]);
        Assert.Equal($"/api/v1/verdicts/{waiting}", (string?)(await MergeAsync(into, third)).Json["existing"]);
        Assert.Equal(HttpStatusCode.OK, (await MergeAsync(old, into)).Status);
        Assert.Equal($"/api/v1/claims/{into}", (string?)(await MergeAsync(third, old)).Json["existing"]);
        Assert.Equal(HttpStatusCode.Conflict, (await _api.PostAsync($"/claims/{into}/unmerge", new { reason = "No." })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/claims/999999/unmerge", new { reason = "No." })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await MergeAsync(999999, into)).Status);
    }

    [Fact]
    public async Task A_merge_names_another_claim_and_a_reason_and_honours_If_Match()
    {
        var (old, into) = (await _api.GivenClaimAsync(), await _api.GivenClaimAsync());

        Assert.NotNull((await MergeAsync(old, old)).Error("into"));
        Assert.NotNull((await MergeAsync(old, 999999)).Error("into"));
        Assert.NotNull((await _api.PostAsync($"/claims/{old}/merge", new { reason = "Same." })).Error("into"));
        Assert.NotNull((await _api.PostAsync($"/claims/{old}/merge", new { into })).Error("reason"));
        Assert.NotNull((await _api.PostAsync($"/claims/{old}/merge", new { into, reason = new string('x', 2_001) })).Error("reason"));
        Assert.NotNull((await _api.PostAsync($"/claims/{old}/unmerge", new { })).Error("reason"));
        var stale = Refusals.Request(HttpMethod.Post, $"/api/v1/claims/{old}/merge", $$"""{"into":{{into}},"reason":"Same."}""");
        stale.Headers.Remove("If-Match");
        stale.Headers.TryAddWithoutValidation("If-Match", "\"late\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.SendAsync(stale)).Status);
    }

    private static int Next() => Interlocked.Increment(ref _made);

    private Task<Answer> MergeAsync(long old, long into) =>
        _api.PostAsync($"/claims/{old}/merge", new { into, reason = "The same in other words." });

    private async Task<Twins> GivenTwinsAsync()
    {
        var (article, s) = await _api.GivenArticleAsync($"A crane fell in {Next()}. Nobody was hurt. It was old. It rains. The end.");
        var old = await GivenAsync("Old.", ["Harbour", "crane"], "https://example.org/old");
        var into = await GivenAsync("Into.", ["harbour"], "https://example.org/into");
        var (both, third) = (await _api.GivenClaimAsync("Third."), await _api.GivenClaimAsync("Fourth."));
        await _api.PutAsync($"/sentences/{s[0]}/claims/{into}", new { });
        await _api.PutAsync($"/sentences/{s[0]}/claims/{old}", new { role = "denies" });
        await _api.PutAsync($"/sentences/{s[1]}/claims/{old}", new { role = "repeats" });
        await _api.PutAsync($"/sentences/{s[2]}/claims/{into}", new { });
        var evidence = new[] { await _api.GivenEvidenceAsync(into), await _api.GivenEvidenceAsync(old) };
        await _api.PutAsync($"/evidence/{evidence[0]}/claims/{old}", new { stance = "context", set = 2, note = "Seen." });
        long[] lists = [await GivenListAsync(), await GivenListAsync()];
        await _api.PutAsync($"/lists/{lists[0]}/claims/{into}", new { });
        await _api.PutAsync($"/lists/{lists[0]}/claims/{old}", new { position = 7, note = "Late." });
        await _api.PutAsync($"/lists/{lists[1]}/claims/{old}", new { });
        await _api.PutAsync($"/claims/{both}/relations/{into}", new { relation = "opposite" });
        await _api.PutAsync($"/claims/{both}/relations/{old}", new { relation = "same", note = "By ear." });
        await _api.PutAsync($"/claims/{old}/relations/{third}", new { relation = "quotes" });
        await _api.PutAsync($"/claims/{old}/relations/{into}", new { relation = "narrower" });
        var comment = await _api.GivenAsync("/comments", new { subject = $"claim/{old}", text = "See." });
        await _api.GivenAsync("/comments", new { subject = $"claim/{old}", text = "Seen.", replyTo = comment });
        foreach (var claim in (long[])[old, into])
        {
            await _api.PublishAsync(await _api.GivenDraftAsync(claim, "True"));
        }

        return new Twins(old, into, article, s, evidence, lists, [both, third]);
    }

    private Task<long> GivenListAsync() => _api.GivenAsync("/lists", new { name = $"List {Next()}" });

    private Task<long> GivenAsync(string text, string[] tags, string url) =>
        _api.GivenAsync("/claims", new { text, tags, appearances = new[] { new { url } } });

    private async Task<IReadOnlyList<string>> ReadAsync(Twins twins)
    {
        var answers = new List<string>();
        foreach (var path in twins.Paths.Concat(["/exports/verdicts.csv", "/exports/verdicts.jsonl", "/claims", "/comments", "/verdicts"]))
        {
            answers.Add($"{path} {(await _api.GetAsync(path)).Text}");
        }

        return answers;
    }

    private sealed record Twins(
        long Old, long Into, long Article, IReadOnlyList<long> Sentences, long[] Evidence, long[] Lists, long[] Others)
    {
        public IEnumerable<string> Paths =>
        [
            .. new[] { Old, Into }.Concat(Others).SelectMany(
                static id => (string[])[$"/claims/{id}", $"/claims/{id}/evidence", $"/claims/{id}/verdicts"]),
            .. new[] { Old, Into }.Select(static id => $"/comments?subject=claim/{id}"),
            .. Sentences.Select(static id => $"/sentences/{id}"),
            .. Evidence.Select(static id => $"/evidence/{id}"),
            .. Lists.Select(static id => $"/lists/{id}/claims"),
            $"/articles/{Article}/coverage", $"/articles/{Article}/factsheet", $"/articles/{Article}/sentences",
        ];
    }
}
