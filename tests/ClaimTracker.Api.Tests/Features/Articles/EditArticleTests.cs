using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class EditArticleTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_member_that_is_sent_comes_back_from_the_article_and_from_the_list()
    {
        await host.AsAsync("checker", "Ada Edits");
        await _api.GivenAsync("/fields", new { on = "article", name = "remark", type = "text" });
        var (id, _) = await _api.GivenArticleAsync("All that is said of this article changes.");
        host.Time.Advance(TimeSpan.FromHours(1));

        var answer = await _api.PatchAsync($"/articles/{id}", new
        {
            title = "A better title",
            byline = "Ines Holm",
            publisher = "Edit Post",
            publishedOn = "2026-03-02",
            url = "https://edit.example/a",
            language = "de",
            kind = "draft",
            deadline = "2026-03-04T18:00:00Z",
            externalApp = "cms",
            externalId = "edit-1",
            assignee = "ada edits",
            archived = true,
            fields = new { remark = "Seen" },
        });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var item = (await _api.GetAsync("/articles?publisher=Edit%20Post&archived=true")).Items.Single()!;
        Wire.HasNoDefaults(item);
        Wire.Same(
            new
            {
                id,
                version = 1,
                url = "https://edit.example/a",
                title = "A better title",
                byline = "Ines Holm",
                publisher = "Edit Post",
                publishedOn = "2026-03-02",
                language = "de",
                kind = "draft",
                externalApp = "cms",
                externalId = "edit-1",
                deadline = "2026-03-04T18:00:00Z",
                assignee = "Ada Edits",
                archived = true,
                fields = new { remark = "Seen" },
                erased = false,
                erasedAt = (string?)null,
                createdAt = item["createdAt"]!.ToString(),
                updatedAt = item["updatedAt"]!.ToString(),
            },
            item);
        Assert.NotEqual((string)item["createdAt"]!, (string)item["updatedAt"]!, StringComparer.Ordinal);
        Assert.Equal(["article.created", "article.edited"], await host.KindsAsync($"article/{id}"));
    }

    [Fact]
    public async Task The_answer_is_the_article_and_its_tag_is_good_for_the_next_edit()
    {
        var (id, sentences) = await _api.GivenArticleAsync("One edit follows another.");

        var first = await _api.PatchAsync($"/articles/{id}", new { title = "One" });
        var second = await _api.PatchAsync($"/articles/{id}", new { title = "Two" }, first.ETag);

        Assert.Equal(first.Json["sentences"]!.AsArray().Select(static s => (long)s!["id"]!), sentences);
        Assert.Equal((HttpStatusCode.OK, "Two"), (second.Status, (string)second.Json["title"]!));
        Assert.Equal(second.ETag, (await _api.GetAsync($"/articles/{id}")).ETag);
    }

    [Fact]
    public async Task Members_left_out_stay_and_null_clears()
    {
        var id = await _api.GivenAsync(
            "/articles", new { text = "Some of it stays.", title = "T", byline = "B", deadline = "2026-04-01T00:00:00Z" });

        var answer = await _api.PatchAsync($"/articles/{id}", new { byline = (string?)null, deadline = (string?)null });

        Assert.Equal(("T", null, null), ((string?)answer.Json["title"], (string?)answer.Json["byline"], (string?)answer.Json["deadline"]));
    }

    [Fact]
    public async Task The_history_has_what_was_said_before_and_after()
    {
        var (id, _) = await _api.GivenArticleAsync("It was a draft once.");

        await _api.PatchAsync($"/articles/{id}", new { kind = "draft" });
        await _api.PatchAsync($"/articles/{id}", new { kind = "published", archived = true });

        var last = (await _api.GetAsync($"/history?subject=article/{id}&limit=1")).Items[0]!;
        Assert.Equal(("draft", "published"), ((string)last["before"]!["kind"]!, (string)last["after"]!["kind"]!));
        Assert.Equal((false, true), ((bool)last["before"]!["archived"]!, (bool)last["after"]!["archived"]!));
    }

    [Fact]
    public async Task What_another_article_has_alone_is_refused_and_names_it()
    {
        var taken = (await _api.PostAsync("/articles", new
        {
            text = "It has an address and an id.",
            url = "https://taken.example/a",
            externalApp = "cms",
            externalId = "taken",
        })).Id;
        var (id, _) = await _api.GivenArticleAsync("It wants both.");

        var recorded = await host.RecordedByAsync(async () =>
        {
            foreach (var (patch, said) in new (object, string)[]
            {
                (new { url = "http://www.taken.example/a/?utm_source=x" }, $"Article {taken} has this address."),
                (new { externalApp = "cms", externalId = "taken" }, $"Article {taken} has the external id taken of cms."),
            })
            {
                var answer = await _api.PatchAsync($"/articles/{id}", patch);

                Assert.Equal((HttpStatusCode.Conflict, said), (answer.Status, (string)answer.Json["detail"]!));
                Assert.Equal($"/api/v1/articles/{taken}", (string)answer.Json["existing"]!);
            }
        });

        Assert.Empty(recorded);
        Assert.Equal(HttpStatusCode.OK, (await _api.PatchAsync($"/articles/{taken}", new { url = "http://taken.example/a/" })).Status);
    }

    [Fact]
    public async Task An_article_does_not_take_the_address_of_evidence_on_its_own_claims()
    {
        var (id, sentences) = await _api.GivenArticleAsync("It would prove itself.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "It proves." });
        var evidence = await _api.GivenEvidenceAsync(claim, "https://itself.example/a");

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PatchAsync($"/articles/{id}", new { url = "https://www.itself.example/a" });

            Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/evidence/{evidence}"), (answer.Status, (string)answer.Json["existing"]!));
        });

        Assert.Empty(recorded);
        Assert.Null((string?)(await _api.GetAsync($"/articles/{id}")).Json["url"]);
    }

    [Theory]
    [InlineData("""{"kind": null}""", "kind")]
    [InlineData("""{"language": null}""", "language")]
    [InlineData("""{"language": "x"}""", "language")]
    [InlineData("""{"url": "mailto:a@b.example"}""", "url")]
    [InlineData("""{"title": ""}""", "title")]
    [InlineData("""{"externalId": "alone"}""", "externalApp")]
    [InlineData("""{"archived": "yes"}""", "archived")]
    [InlineData("""{"deadline": "tomorrow"}""", "deadline")]
    [InlineData("""{"assignee": "Nobody of the desk"}""", "assignee")]
    [InlineData("""{"text": "Another text."}""", "text")]
    public async Task An_edit_that_leaves_no_valid_article_is_refused_by_field(string patch, string field)
    {
        var (id, _) = await _api.GivenArticleAsync($"It stays as it is without {field} {patch.Length}.");

        var answer = await _api.SendTextAsync(HttpMethod.Patch, $"/articles/{id}", patch);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task A_checker_takes_an_article_that_nobody_has_and_an_editor_gives_it_to_anybody()
    {
        var (ada, bo) = (await host.AsAsync("checker", "Ada Sees"), await host.AsAsync("checker", "Bo Sees"));
        var (id, _) = await _api.GivenArticleAsync("Somebody must see to it.");

        Assert.Equal(HttpStatusCode.Forbidden, (await ada.PatchAsync($"/articles/{id}", new { assignee = "Bo Sees" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.PatchAsync($"/articles/{id}", new { assignee = "Ada Sees" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await bo.PatchAsync($"/articles/{id}", new { assignee = (string?)null })).Status);
        Assert.Equal(HttpStatusCode.OK, (await bo.PatchAsync($"/articles/{id}", new { assignee = "Ada Sees", title = "Bo's" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.PatchAsync($"/articles/{id}", new { assignee = "Bo Sees" })).Status);
    }

    [Fact]
    public async Task An_assignee_who_was_removed_does_not_stand_in_the_way_of_other_edits()
    {
        await host.AsAsync("checker", "Gus Goes");
        var user = (await _api.GetAsync("/users?limit=500")).Items.Single(static u => (string)u!["name"]! == "Gus Goes")!["id"];
        var (id, _) = await _api.GivenArticleAsync("Its assignee goes.");
        await _api.PatchAsync($"/articles/{id}", new { assignee = "Gus Goes" });
        await _api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/users/{user}"));

        var answer = await _api.PatchAsync($"/articles/{id}", new { title = "Still his" });

        Assert.Equal((HttpStatusCode.OK, "Gus Goes"), (answer.Status, (string)answer.Json["assignee"]!));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_one_without_a_tag()
    {
        var (id, _) = await _api.GivenArticleAsync("It is edited twice.");
        var old = (await _api.GetAsync($"/articles/{id}")).ETag;
        await _api.PatchAsync($"/articles/{id}", new { title = "Fresh" });

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.PatchAsync($"/articles/{id}", new { title = "Mine" }, old)).Status);
        using var bare = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/articles/{id}")
        {
            Content = new StringContent("""{"title":"Mine"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await _api.SendAsync(bare)).Status);
        Assert.Equal("Fresh", (string)(await _api.GetAsync($"/articles/{id}")).Json["title"]!);
    }

    [Fact]
    public async Task Of_two_edits_of_the_same_state_one_is_refused()
    {
        var (id, _) = await _api.GivenArticleAsync("Two want to edit it at once.");
        var tag = (await _api.GetAsync($"/articles/{id}")).ETag;

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => _api.PatchAsync($"/articles/{id}", new { title = $"Title {i}" }, tag)));

        Assert.Single(answers, static answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(static answer => answer.Status == HttpStatusCode.PreconditionFailed));
    }
}
