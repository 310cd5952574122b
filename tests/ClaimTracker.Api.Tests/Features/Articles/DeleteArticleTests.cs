using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>That verify passes afterwards is what every <see cref="ApiHost"/> asks for when it ends.</summary>
public sealed class DeleteArticleTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_deleted_article_is_gone_with_its_versions_and_sentences()
    {
        var (id, sentences) = await _api.GivenArticleAsync("It goes soon. It cost 4 million, and nobody asked why.");
        await _api.PatchAsync($"/sentences/{sentences[0]}", new { state = "skipped", reason = "It goes." });
        await _api.PostAsync($"/sentences/{sentences[1]}/split", new { at = 34 });
        await _api.PutAsync($"/articles/{id}/text", new { text = "It goes soon. It cost 5 million." });

        var answer = await _api.DeleteAsync($"/articles/{id}");

        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Text));
        foreach (var path in (string[])["", "/text?version=1", "/versions", "/coverage"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/articles/{id}{path}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/sentences/{sentences[0]}")).Status);

        Assert.Equal(
            ["article.created", "article.revised", "article.revised", "article.deleted"], await host.KindsAsync($"article/{id}"));
        var verified = await new Verification(host.Db, checkpoint: null, CancellationToken.None).RunAsync();
        Assert.Empty(verified.Faults);
    }

    [Fact]
    public async Task Its_text_and_its_address_can_be_handed_in_again_under_a_new_id()
    {
        var body = new { text = "It comes back.", url = "https://again.example/a", externalApp = "cms", externalId = "again" };
        var first = (await _api.PostAsync("/articles", body)).Id;
        await _api.DeleteAsync($"/articles/{first}");

        var again = await _api.PostAsync("/articles", body);

        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.NotEqual(first, again.Id);
    }

    [Fact]
    public async Task An_article_with_claims_is_not_deleted_not_even_by_those_of_an_older_version()
    {
        var (id, sentences) = await _api.GivenArticleAsync("Its claim is older than its text.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "It is older." });
        await _api.PutAsync($"/articles/{id}/text", new { text = "Nothing of that is left." });

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.DeleteAsync($"/articles/{id}");

            Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/claims/{claim}"), (answer.Status, (string)answer.Json["existing"]!));
            Assert.Equal(
                $"Article {id} has 1 link of its sentences to claims (DELETE /api/v1/sentences/{sentences[0]}/claims/{claim} removes the "
                + $"first). Nothing was deleted. To put the article away with all that it has, send PATCH /api/v1/articles/{id} with "
                + "archived true.",
                (string)answer.Json["detail"]!);
        });

        Assert.Empty(recorded);

        // What was found in words that are gone stays on the verdict list of the article, and so does the article.
        await _api.DeleteAsync($"/sentences/{sentences[0]}/claims/{claim}");
        var kept = await _api.DeleteAsync($"/articles/{id}");
        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/claims/{claim}"), (kept.Status, (string)kept.Json["existing"]!));
        Assert.Contains("1 earlier link of its sentences", (string)kept.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_whose_sentences_were_unlinked_is_deleted_and_the_claim_stays()
    {
        var (id, sentences) = await _api.GivenArticleAsync("It was linked by mistake.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "It was a mistake." });
        await _api.DeleteAsync($"/sentences/{sentences[0]}/claims/{claim}");

        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/articles/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/claims/{claim}")).Status);
    }

    [Fact]
    public async Task An_article_with_a_comment_is_not_deleted()
    {
        var (id, sentences) = await _api.GivenArticleAsync("Somebody said something about it.");
        var comment = await _api.GivenAsync("/comments", new { subject = $"sentence/{sentences[0]}", text = "Said." });

        var answer = await _api.DeleteAsync($"/articles/{id}");

        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/comments/{comment}"), (answer.Status, (string)answer.Json["existing"]!));
        Assert.Contains("1 comment on its sentences", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/comments/{comment}")).Status);
    }

    [Fact]
    public async Task The_callers_own_comments_on_an_article_go_with_it_and_those_of_others_keep_it()
    {
        var colleague = await host.AsAsync("checker", "Comments on articles");
        var (own, _) = await _api.GivenArticleAsync("Only its owner said something.");
        var (shared, _) = await _api.GivenArticleAsync("A colleague said something too.");
        var mine = await _api.GivenAsync("/comments", new { subject = $"article/{own}", text = "Mine." });
        await _api.GivenAsync("/comments", new { subject = $"article/{shared}", text = "Mine too." });
        var theirs = await colleague.GivenAsync("/comments", new { subject = $"article/{shared}", text = "Theirs." });

        var deleted = await _api.DeleteAsync($"/articles/{own}");
        var refused = await _api.DeleteAsync($"/articles/{shared}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(["comment.created", "comment.deleted"], await host.KindsAsync($"comment/{mine}"));
        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/comments/{theirs}"), (refused.Status, (string)refused.Json["existing"]!));
        Assert.Equal(
            $"article/{shared} has 1 comment by Comments on articles, which would be deleted with it. "
            + $"Keep it: put it away with PATCH /api/v1/articles/{shared} and archived true.",
            (string)refused.Json["detail"]!);
        Assert.Equal(2, await _api.CountAsync($"/comments?subject=article/{shared}"));
    }

    [Fact]
    public async Task A_stale_deletion_is_refused()
    {
        var (id, sentences) = await _api.GivenArticleAsync("It changes before it goes.");
        var old = (await _api.GetAsync($"/articles/{id}")).ETag;
        await _api.PatchAsync($"/sentences/{sentences[0]}", new { state = "not_checkable" });

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.DeleteAsync($"/articles/{id}", old)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.DeleteAsync("/articles/999999")).Status);
    }
}
