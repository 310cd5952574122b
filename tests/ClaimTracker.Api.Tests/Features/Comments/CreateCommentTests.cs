using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Comments;

public sealed class CreateCommentTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_column_of_a_comment_is_read()
    {
        await host.AsAsync("checker", "Noor Haddad");
        var claim = await _api.GivenClaimAsync("The 🌉 cost 48 million dollars.");
        var first = await _api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Is it?" });
        var answer = await _api.PostAsync(
            "/comments",
            new { subject = $"claim/{claim}", text = "Ask @Noor Haddad.", anchor = new { start = 4, end = 5 }, replyTo = first });
        await _api.PatchAsync($"/comments/{answer.Id}", new { resolved = true });

        var read = (await _api.GetAsync($"/comments/{answer.Id}")).Json;

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal($"/api/v1/comments/{answer.Id}", answer.Headers.Location!.ToString());
        Wire.HasNoDefaults(read);
        Wire.Same(
            new
            {
                id = answer.Id,
                subject = $"claim/{claim}",
                text = "Ask @Noor Haddad.",
                author = "admin (configured)",
                anchor = new { start = 4, end = 5, exact = "🌉" },
                replyTo = first,
                mentions = new[] { "Noor Haddad" },
                resolved = true,
                resolvedBy = "admin (configured)",
                resolvedAt = "2026-03-03T12:00:00Z",
                erased = false,
                erasedAt = (string?)null,
                createdAt = "2026-03-03T12:00:00Z",
                updatedAt = "2026-03-03T12:00:00Z",
            },
            System.Text.Json.Nodes.JsonNode.Parse(read.ToJsonString()));
        Assert.Equal(["comment.created", "comment.edited"], await host.KindsAsync($"comment/{answer.Id}"));
    }

    [Fact]
    public async Task An_anchor_counts_in_the_text_of_its_subject_and_keeps_the_words()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The anchored sentence has 1 claim.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "A claim to be edited." });
        var evidence = await _api.GivenEvidenceAsync(claim);
        var verdict = await _api.GivenDraftAsync(claim, "True");

        (string Subject, string Exact)[] subjects =
        [
            ($"article/{article}", "The"),
            ($"sentence/{sentences[0]}", "The"),
            ($"claim/{claim}", "A c"),
            ($"evidence/{evidence}", "As "),
            ($"verdict/{verdict}", "As "),
        ];
        foreach (var (subject, exact) in subjects)
        {
            var answer = await _api.PostAsync("/comments", new { subject, text = "Here.", anchor = new { start = 0, end = 3 } });

            Assert.Equal(exact, (string)answer.Json["anchor"]!["exact"]!);
        }

        await _api.PatchAsync($"/claims/{claim}", new { text = "Another." });
        Assert.Equal("A c", (string)(await _api.GetAsync($"/comments?subject=claim/{claim}")).Items[0]!["anchor"]!["exact"]!);
    }

    [Theory]
    [InlineData("""{"text":"x"}""", "subject")]
    [InlineData("""{"subject":"claim/0","text":"x"}""", "subject")]
    [InlineData("""{"subject":"source/1","text":"x"}""", "subject")]
    [InlineData("""{"subject":"claim/1/2","text":"x"}""", "subject")]
    [InlineData("""{"subject":"Claim/1","text":"x"}""", "subject")]
    [InlineData("""{"subject":"claim/999999","text":"x"}""", "subject")]
    [InlineData("""{"subject":"claim/1"}""", "text")]
    [InlineData("""{"subject":"claim/1","text":"x","anchor":{"start":0}}""", "anchor.end")]
    [InlineData("""{"subject":"claim/1","text":"x","anchor":{"start":-1,"end":2}}""", "anchor.start")]
    [InlineData("""{"subject":"claim/1","text":"x","anchor":{"start":2,"end":2}}""", "anchor.end")]
    [InlineData("""{"subject":"claim/1","text":"x","anchor":{"start":0,"end":4711}}""", "anchor.end")]
    [InlineData("""{"subject":"article/999999","text":"x"}""", "subject")]
    [InlineData("""{"subject":"claim/1","text":"x","replyTo":999999}""", "replyTo")]
    public async Task An_invalid_comment_is_refused_by_field(string body, string field)
    {
        var claim = await _api.GivenClaimAsync();

        var recorded = await host.RecordedByAsync(async () =>
        {
            var sent = body.Replace("claim/1\"", $"claim/{claim}\"", StringComparison.Ordinal);
            var answer = await _api.SendTextAsync(HttpMethod.Post, "/comments", sent);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotNull(answer.Error(field));
        });

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task A_comment_on_an_article_counts_in_its_newest_text()
    {
        await host.AsAsync("checker", "Ilse Newest");
        var (article, sentences) = await _api.GivenArticleAsync("The tower has 300 steps, and nobody counted them.");
        await _api.PutAsync($"/articles/{article}/text", new { text = "This tower has 300 steps, and nobody counted them twice." });
        await _api.PostAsync($"/sentences/{(await NewestAsync())[0]}/split", new { at = 24 });

        var answer = await _api.PostAsync(
            "/comments", new { subject = $"article/{article}", text = "Ask @Ilse Newest.", anchor = new { start = 50, end = 55 } });
        var past = await _api.PostAsync(
            "/comments", new { subject = $"article/{article}", text = "Past.", anchor = new { start = 50, end = 57 } });

        Assert.Equal(("twice", "Ilse Newest"), ((string)answer.Json["anchor"]!["exact"]!, (string)answer.Json["mentions"]![0]!));
        Assert.Contains("56", past.Error("anchor.end"), StringComparison.Ordinal);
        Assert.Equal([answer.Id], (await _api.GetAsync($"/comments?subject=article/{article}")).Ids());
        Assert.Empty((await _api.GetAsync($"/comments?subject=sentence/{sentences[0]}")).Items);

        async Task<IReadOnlyList<long>> NewestAsync() => (await _api.GetAsync($"/articles/{article}/sentences")).Ids();
    }

    [Fact]
    public async Task An_anchor_has_at_most_20000_characters()
    {
        var (article, _) = await _api.GivenArticleAsync(string.Concat(Enumerable.Repeat("It rained. ", 2_000)));

        var full = await OnAsync(Limits.AnchoredWords);
        var over = await OnAsync(Limits.AnchoredWords + 1);

        Assert.Equal(Limits.AnchoredWords, ((string)full.Json["anchor"]!["exact"]!).Length);
        Assert.Equal("must be at most 20,000 after start", over.Error("anchor.end"));

        Task<Answer> OnAsync(int length) => _api.PostAsync(
            "/comments", new { subject = $"article/{article}", text = "All of it.", anchor = new { start = 9, end = 9 + length } });
    }

    [Fact]
    public async Task A_reply_is_on_the_same_subject()
    {
        var (first, second) = (await _api.GivenClaimAsync(), await _api.GivenClaimAsync());
        var comment = await _api.GivenAsync("/comments", new { subject = $"claim/{first}", text = "First." });

        var answer = await _api.PostAsync("/comments", new { subject = $"claim/{second}", text = "Second.", replyTo = comment });

        Assert.NotNull(answer.Error("replyTo"));
    }

    [Fact]
    public async Task A_comment_mentions_at_most_50_users()
    {
        var claim = await _api.GivenClaimAsync();
        for (var i = 0; i <= Limits.MentionsOfComment; i++)
        {
            await _api.GivenAsync("/users", new { name = $"Crowd {i:00}", role = "reader" });
        }

        string Crowd(int count) => string.Join(", ", Enumerable.Range(0, count).Select(static i => $"@Crowd {i:00}"));
        var full = await _api.PostAsync("/comments", new { subject = $"claim/{claim}", text = Crowd(Limits.MentionsOfComment) });
        var over = await _api.PostAsync("/comments", new { subject = $"claim/{claim}", text = Crowd(Limits.MentionsOfComment + 1) });

        Assert.Equal(Limits.MentionsOfComment, full.Json["mentions"]!.AsArray().Count);
        Assert.Contains("50", over.Error("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_neither_reads_nor_writes_comments()
    {
        var reader = await host.AsAsync("reader", "Rita without comments");
        var claim = await _api.GivenClaimAsync();
        var comment = await _api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Inside." });

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            [
                (await reader.GetAsync("/comments")).Status, (await reader.GetAsync($"/comments/{comment}")).Status,
                (await reader.PostAsync("/comments", new { subject = $"claim/{claim}", text = "Mine." })).Status,
            ]);
    }

    [Fact]
    public async Task A_comment_is_deleted_with_its_subject()
    {
        var claim = await _api.GivenClaimAsync();
        var comment = await _api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Ask @\"admin (configured)\"." });
        await _api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "I did.", replyTo = comment });

        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/claims/{claim}")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/comments/{comment}")).Status);
        Assert.Empty((await _api.GetAsync($"/comments?subject=claim/{claim}")).Items);
    }
}
