using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class ReviseArticleTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string First =
        "The harbour opened in 1998. It cost 48 million dollars. Nobody was hurt. "
        + "The mayor spoke on Monday and then she left for the coast.";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_sentence_whose_words_are_unchanged_keeps_its_id_its_claims_and_its_triage()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Kept. " + First);
        var claim = await _api.GivenAsync($"/sentences/{sentences[2]}/claims", new { text = "It cost 48 million." });
        await _api.GivenPublishedAsync(claim, "True");
        await _api.PatchAsync($"/sentences/{sentences[3]}", new { state = "skipped", reason = "Not for us." });

        var revision = (await _api.PutAsync($"/articles/{article}/text", new { text = "Kept. A new one came in front. " + First })).Json;

        Assert.Equal((2, 5, 1, 0, 0), (
            (int)revision["version"]!,
            (int)revision["kept"]!,
            (int)revision["inserted"]!,
            (int)revision["edited"]!,
            (int)revision["deleted"]!));
        var read = await NewestAsync(article);
        Assert.Equal([sentences[0], Made(revision), .. sentences.Skip(1)], read.Select(Id));
        Assert.Equal("cleared", (string?)read[3]!["state"]);
        Assert.Equal("Not for us.", (string?)read[4]!["reason"]);
        Assert.Equal(2, (int)read[3]!["version"]!);
    }

    [Fact]
    public async Task An_edited_sentence_takes_its_claims_along_to_be_checked_again_and_is_no_longer_cleared()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Edited. " + First);
        var claim = await _api.GivenAsync(
            $"/sentences/{sentences[2]}/claims", new { text = "It cost 48 million.", spanStart = 44, spanEnd = 54 });
        await _api.GivenPublishedAsync(claim, "True");
        Assert.Equal("cleared", (string?)(await _api.GetAsync($"/sentences/{sentences[2]}")).Json["state"]);

        var next = "Edited. " + First.Replace("It cost 48", "It really cost 48", StringComparison.Ordinal);
        var revision = (await _api.PutAsync($"/articles/{article}/text", new { text = next })).Json;

        Assert.Equal((1, 4), ((int)revision["edited"]!, (int)revision["kept"]!));
        Assert.Equal((sentences[2], "edited"), ((long)revision["lineage"]![0]!["from"]!, (string?)revision["lineage"]![0]!["kind"]));
        var edited = (await _api.GetAsync($"/sentences/{Made(revision)}")).Json;
        Assert.Equal("needs_attention", (string?)edited["state"]);
        Assert.True((bool)edited["claims"]![0]!["needsRecheck"]!);
        var text = (await _api.GetAsync($"/articles/{article}/text")).Text;
        Assert.Equal("48 million", text[(int)edited["claims"]![0]!["spanStart"]!..(int)edited["claims"]![0]!["spanEnd"]!]);
        var old = (await _api.GetAsync($"/sentences/{sentences[2]}")).Json;
        Assert.Equal(("orphaned", 1, 0), ((string?)old["state"], (int)old["version"]!, old["claims"]!.AsArray().Count));

        var again = await _api.PutAsync($"/sentences/{Made(revision)}/claims/{claim}", new { role = "asserts" });
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("cleared", (string?)(await _api.GetAsync($"/sentences/{Made(revision)}")).Json["state"]);
    }

    [Fact]
    public async Task A_split_sentence_gives_its_claims_to_each_part_and_one_with_a_span_to_the_part_that_has_its_words()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Split. " + First);
        var whole = await _api.GivenAsync($"/sentences/{sentences[4]}/claims", new { text = "She spoke and left." });
        var start = (int)(await _api.GetAsync($"/sentences/{sentences[4]}")).Json["start"]!;
        var part = await _api.GivenAsync(
            $"/sentences/{sentences[4]}/claims", new { text = "She spoke on Monday.", spanStart = start + 4, spanEnd = start + 19 });

        var next = "Split. " + First.Replace("Monday and then she left", "Monday. And then she left", StringComparison.Ordinal);
        var revision = (await _api.PutAsync($"/articles/{article}/text", new { text = next })).Json;

        Assert.Equal((1, 4), ((int)revision["split"]!, (int)revision["kept"]!));
        var read = await NewestAsync(article);
        Assert.Equal([whole, part], read[4]!["claims"]!.AsArray().Select(static c => (long)c!["id"]!));
        Assert.Equal([whole], read[5]!["claims"]!.AsArray().Select(static c => (long)c!["id"]!));
    }

    [Fact]
    public async Task Merged_sentences_give_their_claims_to_the_whole()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            "Merged. The council voted on Monday evening. The vote was nine to two in favour. Then it rained.");
        var one = await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "It voted." });
        var two = await _api.GivenAsync($"/sentences/{sentences[2]}/claims", new { text = "Nine to two." });

        var revision = (await _api.PutAsync(
            $"/articles/{article}/text",
            new { text = "Merged. The council voted on Monday evening, and the vote was nine to two in favour. Then it rained." })).Json;

        Assert.Equal((1, 2), ((int)revision["merged"]!, (int)revision["kept"]!));
        Assert.Equal([one, two], (await NewestAsync(article))[1]!["claims"]!.AsArray().Select(static c => (long)c!["id"]!));
    }

    [Fact]
    public async Task A_deleted_sentence_with_a_claim_is_orphaned_and_stays_readable_with_its_old_text_and_version()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Deleted. " + First);
        var claim = await _api.GivenAsync($"/sentences/{sentences[2]}/claims", new { text = "It cost 48 million." });

        var revision = (await _api.PutAsync(
            $"/articles/{article}/text",
            new { text = "Deleted. " + First.Replace(" It cost 48 million dollars.", "", StringComparison.Ordinal) })).Json;

        Assert.Equal((1, 4), ((int)revision["deleted"]!, (int)revision["kept"]!));
        var gone = (await _api.GetAsync($"/sentences/{sentences[2]}")).Json;
        Assert.Equal(
            ("orphaned", "It cost 48 million dollars.", 1), ((string?)gone["state"], (string?)gone["text"], (int)gone["version"]!));
        Assert.Equal(claim, (long)gone["claims"]![0]!["id"]!);
        var of = (await _api.GetAsync($"/claims/{claim}")).Json["sentences"]![0]!;
        Assert.Equal((sentences[2], null), ((long)of["sentenceId"]!, (int?)of["ordinal"]));
    }

    [Fact]
    public async Task An_older_version_stays_as_it_was()
    {
        var (article, _) = await _api.GivenArticleAsync("Before. " + First);
        var before = (await _api.GetAsync($"/articles/{article}?version=1")).Json;

        await _api.PutAsync($"/articles/{article}/text", new { text = "After. " + First });

        Assert.Equal("Before. " + First, (await _api.GetAsync($"/articles/{article}/text?version=1")).Text);
        Assert.Equal("After. " + First, (await _api.GetAsync($"/articles/{article}/text")).Text);
        var after = (await _api.GetAsync($"/articles/{article}?version=1")).Json;
        Assert.Equal(before["blocks"]!.ToJsonString(), after["blocks"]!.ToJsonString());
        Assert.Equal(
            before["sentences"]!.AsArray().Select(static s => ((int)s!["start"]!, (int)s["end"]!)),
            after["sentences"]!.AsArray().Select(static s => ((int)s!["start"]!, (int)s["end"]!)));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task The_same_text_again_makes_no_new_version(string type)
    {
        var text = $"Again as {type}. {First}";
        var (article, sentences) = await _api.GivenArticleAsync(text);

        var recorded = await host.RecordedByAsync(async () =>
        {
            var same = await _api.SendTextAsync(
                HttpMethod.Put, $"/articles/{article}/text", type == "text/plain" ? text : $$"""{"text":"{{text}}"}""", type);
            Assert.Equal((HttpStatusCode.OK, 1, sentences.Count), (same.Status, (int)same.Json["version"]!, (int)same.Json["kept"]!));
        });

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task A_page_can_be_a_version_too()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The bridge cost 48 million dollars, the council said.");

        var revision = await _api.SendTextAsync(
            HttpMethod.Put,
            $"/articles/{article}/text",
            "<html><body><p>The bridge cost 48 million dollars, the council said.</p><p>It opened in 2024.</p></body></html>",
            "text/html");

        Assert.Equal((1, 1), ((int)revision.Json["kept"]!, (int)revision.Json["inserted"]!));
        Assert.Equal(sentences[0], Id((await NewestAsync(article))[0]));
    }

    [Fact]
    public async Task A_client_that_read_an_older_text_overwrites_nothing()
    {
        var (article, _) = await _api.GivenArticleAsync("Stale. " + First);
        var read = (await _api.GetAsync($"/articles/{article}/text")).ETag;
        await _api.PutAsync($"/articles/{article}/text", new { text = "Another was faster. " + First });

        var request = Refusals.Request(HttpMethod.Put, $"/api/v1/articles/{article}/text", """{"text":"Mine."}""");
        request.Headers.Remove("If-Match");
        request.Headers.TryAddWithoutValidation("If-Match", read);

        await host.RefusesAsync(request, HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task An_article_that_does_not_exist_has_no_versions() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PutAsync("/articles/999999/text", new { text = "x" })).Status);

    [Fact]
    public async Task A_new_version_and_each_claim_that_went_along_are_in_the_history()
    {
        var (article, sentences) = await _api.GivenArticleAsync("History. " + First);
        await _api.GivenAsync($"/sentences/{sentences[2]}/claims", new { text = "It cost 48 million." });

        var recorded = await host.RecordedByAsync(() => _api.PutAsync(
            $"/articles/{article}/text", new { text = "History. " + First.Replace("48", "49", StringComparison.Ordinal) }));

        Assert.Equal(["sentence.carried", "article.revised"], recorded.Kinds());
    }

    private async Task<JsonArray> NewestAsync(long article) => (await _api.GetAsync($"/articles/{article}")).Json["sentences"]!.AsArray();

    private static long Id(JsonNode? sentence) => (long)sentence!["id"]!;

    /// <summary>The one sentence that a revision made.</summary>
    private static long Made(JsonNode revision) =>
        (long)revision["lineage"]!.AsArray().Single(static pair => pair!["to"] is not null)!["to"]!;
}
