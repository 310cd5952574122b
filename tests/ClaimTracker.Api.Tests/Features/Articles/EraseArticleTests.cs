using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data.Backups;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>That verify passes afterwards is what every <see cref="ApiHost"/> asks for when it ends.</summary>
public sealed class EraseArticleTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Secret = "Quastenflosser";
    private const string Text =
        "Wilhelmina Quastenflosser runs the harbour. It cost 4 million, and Quastenflosser paid for it.\n\nNobody asked 😀.";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Its_words_are_gone_from_every_answer_and_file_and_all_else_stands_where_it_stood()
    {
        var (id, claim, _) = await GivenAsync("stands");
        var before = await ShapesAsync(id);
        var (coverage, list) = (await _api.GetAsync($"/articles/{id}/coverage"), await _api.GetAsync($"/verdicts?articleId={id}"));

        var answer = await _api.EraseAsync($"/articles/{id}");

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(before, await ShapesAsync(id), StringComparer.Ordinal);
        Wire.Same(coverage.Json["byState"], (await _api.GetAsync($"/articles/{id}/coverage")).Json["byState"]);
        Assert.Equal(list.Ids(), (await _api.GetAsync($"/verdicts?articleId={id}")).Ids());
        foreach (var path in (string[])
        [
            "", "?version=1", "/text", "/text?version=1", "/versions", "/compare?from=1&to=2", "/sentences", "/hints", "/coverage",
            "/factsheet", "/factsheet.csv", "/factsheet.html", "/clearance.docx", "/clearance.html",
        ])
        {
            var read = await _api.GetAsync($"/articles/{id}{path}");
            Assert.True(read.Status == HttpStatusCode.OK && !read.Text.Contains(Secret, StringComparison.Ordinal), $"{path}: {read.Text}");
        }

        Assert.Equal(HttpStatusCode.OK, (await _api.PostAsync($"/articles/{id}/locate", new { exact = Secret })).Status);
        Assert.Contains($",{claim},", (await _api.GetAsync($"/exports/verdicts.csv?articleId={id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await _api.GetAsync("/history?limit=500")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, host.Store.Bytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_answer_says_what_may_still_quote_it_and_is_the_same_again()
    {
        var (id, claim, verdict) = await GivenAsync("quoted");
        var sentence = (await _api.GetAsync($"/claims/{claim}")).Json["sentences"]![0]!["sentenceId"];
        var comment = await _api.GivenAsync("/comments", new { subject = $"sentence/{sentence}", text = "Read again." });
        var evidence = (await _api.GetAsync($"/claims/{claim}/evidence")).Ids()[0];

        var answer = await _api.EraseAsync($"/articles/{id}");
        var again = await _api.EraseAsync($"/articles/{id}");

        Wire.Same(
            new
            {
                subject = $"article/{id}",
                erasedAt = "2026-03-03T12:00:00Z",
                mayQuote = (string[])
                [
                    $"/api/v1/claims/{claim}", $"/api/v1/evidence/{evidence}", $"/api/v1/verdicts/{verdict}", $"/api/v1/comments/{comment}",
                ],
                mayQuoteCount = 4,
            },
            answer.Json);
        Assert.Equal((HttpStatusCode.OK, answer.Text), (again.Status, again.Text));
        Assert.Equal(["article.created", "article.revised", "article.revised", "article.erased"], await host.KindsAsync($"article/{id}"));
        var article = (await _api.GetAsync($"/articles/{id}")).Json;
        Assert.Equal((true, "2026-03-03T12:00:00Z"), ((bool)article["erased"]!, (string?)article["erasedAt"]));
        Assert.Equal((null, null, null), ((string?)article["title"], (string?)article["url"], (string?)article["externalId"]));
    }

    [Fact]
    public async Task It_can_be_handed_in_again_and_is_a_new_article()
    {
        var body = new { text = "Handed in twice.", url = "https://twice.example/a", externalApp = "cms", externalId = "twice" };
        var first = (await _api.PostAsync("/articles", body)).Id;
        await _api.EraseAsync($"/articles/{first}");

        var again = await _api.PostAsync("/articles", body);

        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.NotEqual(first, again.Id);
    }

    [Fact]
    public async Task Once_erased_it_is_not_edited_and_can_be_deleted()
    {
        var (id, sentences) = await _api.GivenArticleAsync("It is erased. It cost 4 million, and nobody asked why.");
        await _api.EraseAsync($"/articles/{id}");

        foreach (var refused in (Answer[])
        [
            await _api.PatchAsync($"/articles/{id}", new { title = "Back" }),
            await _api.PutAsync($"/articles/{id}/text", new { text = "Back." }),
            await _api.PatchAsync($"/articles/{id}/blocks/0", new { type = "quote" }),
            await _api.PostAsync($"/sentences/{sentences[1]}/split", new { at = 30 }),
            await _api.PostAsync($"/articles/{id}/sentences/merge", new { ids = sentences }),
        ])
        {
            Assert.Equal(
                (HttpStatusCode.Conflict, $"The words of article {id} were erased: it can be read or deleted, but not edited."),
                (refused.Status, (string?)refused.Json["detail"]));
        }

        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/articles/{id}")).Status);
    }

    [Fact]
    public async Task It_needs_the_tag_of_the_article_a_reason_and_an_admin()
    {
        var (id, _) = await _api.GivenArticleAsync("It stays as it is.");
        var editor = await host.AsAsync("editor", "An editor who erases");

        Assert.Equal(
            HttpStatusCode.PreconditionRequired, (await _api.PostAsync($"/articles/{id}/erase", new { reason = "Asked for." })).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.EraseAsync($"/articles/{id}", "\"other\"")).Status);
        Assert.Equal("is required, and must not be blank", (await _api.PostAsync($"/articles/{id}/erase", new { })).Error("reason"));
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.EraseAsync($"/articles/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.EraseAsync("/articles/999999", "*")).Status);
        Assert.Equal("It stays as it is.", (await _api.GetAsync($"/articles/{id}/text")).Text);
    }

    [Fact]
    public async Task A_checkpoint_of_before_still_holds_and_one_of_after_tells_a_backup_of_before()
    {
        var (id, _, _) = await GivenAsync("checkpoint");
        var backups = Scratch.NewFolder("backups");
        var (folder, _) = await BackupWriter.WriteAsync(host.Store.Database, backups.FullName, TimeProvider.System);
        await using var before = await KeptFile.OfAsync((await _api.GetAsync("/history/checkpoint")).Text);
        await _api.EraseAsync($"/articles/{id}");
        await using var after = await KeptFile.OfAsync((await _api.GetAsync("/history/checkpoint")).Text);
        await using var restored = (SqliteStore)await new SqliteTestEngine().NewAsync(migrated: false);
        File.Delete(restored.File);
        await Backup.Open(folder).RestoreAsync(restored.File);

        var holds = await ServiceProcess.RunAsync(host.Store, adminKey: null, "verify", "--checkpoint", before.Path);
        var told = await ServiceProcess.RunAsync(restored, adminKey: null, "verify", "--checkpoint", after.Path);

        backups.Delete(recursive: true);
        Assert.Equal((0, ""), (holds.Exit, holds.Error));
        Assert.Equal(2, told.Exit);
        Assert.Contains("the end was cut off", told.Error, StringComparison.Ordinal);
    }

    // Three versions, the last with the layout of the second, and a claim with a published verdict.
    private async Task<(long Id, long Claim, long Verdict)> GivenAsync(string name)
    {
        var made = await _api.PostAsync("/articles", new
        {
            text = $"{Text} {name}",
            title = $"{Secret} pays",
            byline = $"{Secret} again",
            url = $"https://tidings.example/{Secret}/{name}",
            externalApp = "cms",
            externalId = $"{Secret} {name}",
        });
        var sentences = made.Json["sentences"]!.AsArray().Select(static s => (long)s!["id"]!).ToList();
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new
        {
            text = "Somebody runs the harbour.",
            claimants = new[] { new { name = "Somebody" } }, // If left out, the byline makes the claim.
        });
        await _api.PutAsync($"/articles/{made.Id}/text", new { text = $"{Text} {name} {Secret} was not hurt." });
        Assert.Equal(HttpStatusCode.OK, (await _api.PostAsync($"/sentences/{sentences[1]}/split", new { at = 61 })).Status);
        return (made.Id, claim, await _api.GivenPublishedAsync(claim, "True"));
    }

    // Everything of each version but its words: ids, states and offsets, and whether the offsets lead to what they should.
    private async Task<IReadOnlyList<string>> ShapesAsync(long id)
    {
        List<string> shapes = [];
        for (var version = 1; version <= 3; version++)
        {
            var article = (await _api.GetAsync($"/articles/{id}?version={version}")).Json;
            var text = (await _api.GetAsync($"/articles/{id}/text?version={version}")).Text;
            shapes.Add($"{version} {CodePoints.Count(text)} {article["blocks"]!.ToJsonString()}");
            shapes.AddRange(article["sentences"]!.AsArray().Select(s => Shape(s!, text)));
        }

        return shapes;
    }

    private static string Shape(JsonNode sentence, string text)
    {
        var (start, end) = ((int)sentence["start"]!, (int)sentence["end"]!);
        var (prefix, suffix) = ((string)sentence["prefix"]!, (string)sentence["suffix"]!);
        Assert.Equal(CodePoints.Slice(text, start, end), (string?)sentence["text"]);
        Assert.Equal(CodePoints.Slice(text, start - CodePoints.Count(prefix), start), prefix);
        Assert.Equal(CodePoints.Slice(text, end, end + CodePoints.Count(suffix)), suffix);
        return $"{sentence["id"]} {sentence["ordinal"]} {start} {end} {sentence["state"]} {sentence["checkWorthiness"]!["score"]} "
            + sentence["claims"]!.ToJsonString();
    }
}
