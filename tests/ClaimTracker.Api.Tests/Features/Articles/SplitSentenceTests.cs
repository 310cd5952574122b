using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>Sentences split and merged by hand.</summary>
public sealed class SplitSentenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_sentence_is_split_at_the_given_place_and_its_claim_goes_to_both_parts()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            "\ud83d\ude00 Hello there everyone. The bridge opened in 2024 and it cost 48 million. It rained.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "It cost 48 million." });
        var at = (int)(await _api.GetAsync($"/sentences/{sentences[1]}")).Json["start"]! + "The bridge opened in 2024".Length;

        var revision = (await _api.PostAsync($"/sentences/{sentences[1]}/split", new { at })).Json;

        Assert.Equal((2, 1, 2), ((int)revision["version"]!, (int)revision["split"]!, (int)revision["kept"]!));
        var read = await NewestAsync(article);
        Assert.Equal(
            ["\ud83d\ude00 Hello there everyone.", "The bridge opened in 2024", "and it cost 48 million.", "It rained."],
            read.Select(static s => (string?)s!["text"]),
            StringComparer.Ordinal);
        Assert.Equal([sentences[0], sentences[2]], [(long)read[0]!["id"]!, (long)read[3]!["id"]!]);
        Assert.All(
            read.Skip(1).Take(2),
            s => Assert.Equal((claim, true), ((long)s!["claims"]![0]!["id"]!, (bool)s["claims"]![0]!["needsRecheck"]!)));
        Assert.Equal(" cost 48 million. It rained."[..8], ((string)read[1]!["suffix"]!).Substring(7, 8));
    }

    [Fact]
    public async Task Neighbours_are_merged_and_their_claims_go_to_the_whole()
    {
        var (article, sentences) = await _api.GivenArticleAsync("He came in May. He saw it all. He won the vote. He left.");
        var first = await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "He saw." });
        var second = await _api.GivenAsync($"/sentences/{sentences[2]}/claims", new { text = "He won." });

        var revision = (
            await _api.PostAsync($"/articles/{article}/sentences/merge", new { ids = new[] { sentences[2], sentences[1] } })).Json;

        Assert.Equal((1, 2), ((int)revision["merged"]!, (int)revision["kept"]!));
        var read = await NewestAsync(article);
        Assert.Equal(
            ["He came in May.", "He saw it all. He won the vote.", "He left."],
            read.Select(static s => (string?)s!["text"]),
            StringComparer.Ordinal);
        Assert.Equal([first, second], read[1]!["claims"]!.AsArray().Select(static c => (long)c!["id"]!));
    }

    [Fact]
    public async Task A_place_outside_the_sentence_and_sentences_that_are_not_neighbours_are_refused()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            "One came along here. Two came along there. Three came along too.\n\nFour is in another paragraph, and far away.");
        var (start, end) = (
            (int)(await _api.GetAsync($"/sentences/{sentences[1]}")).Json["start"]!,
            (int)(await _api.GetAsync($"/sentences/{sentences[1]}")).Json["end"]!);

        Assert.NotNull((await _api.PostAsync($"/sentences/{sentences[1]}/split", new { at = start })).Error("at"));
        Assert.NotNull((await _api.PostAsync($"/sentences/{sentences[1]}/split", new { at = end })).Error("at"));
        Assert.NotNull((await _api.PostAsync($"/sentences/{sentences[1]}/split", new { })).Error("at"));
        Assert.Contains("neighbours", await MergeErrorAsync(article, sentences[0], sentences[2]), StringComparison.Ordinal);
        Assert.Contains("neighbours", await MergeErrorAsync(article, sentences[2], sentences[3]), StringComparison.Ordinal);
        Assert.Contains("each once", await MergeErrorAsync(article, sentences[0], sentences[0]), StringComparison.Ordinal);
        Assert.Contains("each once", await MergeErrorAsync(article, sentences[0], 999_999), StringComparison.Ordinal);
        Assert.Contains("at least two", await MergeErrorAsync(article, sentences[0]), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/sentences/999999/split", new { at = 5 })).Status);
        Assert.Equal(1, (int)(await _api.GetAsync($"/articles/{article}")).Json["version"]!);
    }

    [Fact]
    public async Task A_sentence_of_an_older_version_is_not_split()
    {
        var (article, sentences) = await _api.GivenArticleAsync("It was here once before. It stays.");
        await _api.PutAsync($"/articles/{article}/text", new { text = "It stays." });

        Assert.Equal(HttpStatusCode.Conflict, (await _api.PostAsync($"/sentences/{sentences[0]}/split", new { at = 6 })).Status);
    }

    [Fact]
    public async Task A_decision_on_an_older_article_is_refused_if_the_request_names_it()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            "One went to see it first. Two went to see it later. Three stayed at home.");
        var old = (await _api.GetAsync($"/articles/{article}")).ETag;
        await _api.PatchAsync($"/sentences/{sentences[2]}", new { state = "skipped", reason = "Of no interest." });
        var now = (await _api.GetAsync($"/articles/{article}")).ETag;
        var merge = ($"/articles/{article}/sentences/merge", (object)new { ids = new[] { sentences[0], sentences[1] } });
        var split = ($"/sentences/{sentences[2]}/split", (object)new { at = 60 });

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(merge, old)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(split, old)).Status);
        Assert.Equal(1, (int)(await _api.GetAsync($"/articles/{article}")).Json["version"]!);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(merge, now)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(split, (await _api.GetAsync($"/articles/{article}")).ETag)).Status);
    }

    private Task<Answer> SendAsync((string Path, object Body) request, string ifMatch)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + request.Path) { Content = JsonContent.Create(request.Body) };
        message.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return _api.SendAsync(message);
    }

    private async Task<string> MergeErrorAsync(long article, params long[] ids)
    {
        var answer = await _api.PostAsync($"/articles/{article}/sentences/merge", new { ids });
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        return answer.Error("ids")!;
    }

    private async Task<JsonArray> NewestAsync(long article) => (await _api.GetAsync($"/articles/{article}")).Json["sentences"]!.AsArray();
}
