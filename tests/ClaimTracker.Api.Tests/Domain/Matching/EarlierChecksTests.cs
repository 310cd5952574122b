using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Matching;

public sealed class EarlierChecksTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_claim_of_a_sentence_comes_with_earlier_checks_of_it()
    {
        var earlier = await _api.GivenClaimAsync("The cinema of Szeged closed in 1994.");
        await _api.GivenPublishedAsync(earlier, "False");
        var (_, sentences) = await _api.GivenArticleAsync("In 1994 the cinema of Szeged closed.");

        var made = await _api.PostAsync($"/sentences/{sentences[0]}/claims", new { text = "The Szeged cinema closed in 1994." });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.InRange(made.Json["matches"]!.AsArray().Count, 1, 3);
        var match = made.Json["matches"]![0]!;
        Assert.Equal((earlier, "False"), ((long)match["claimId"]!, (string)match["verdict"]!["rating"]!["name"]!));
        Assert.DoesNotContain(made.Id, made.Json["matches"]!.AsArray().Select(static m => (long)m!["claimId"]!));

        var read = await _api.GetAsync($"/claims/{made.Id}");
        Assert.Null(read.Json["matches"]);
        Assert.Equal(read.ETag, made.ETag);
        Assert.Equal(read.Text, Without(made, "matches"));
    }

    [Fact]
    public async Task There_may_be_none()
    {
        var (_, sentences) = await _api.GivenArticleAsync("Zyxqvu wpfjkl.");
        var made = await _api.PostAsync($"/sentences/{sentences[0]}/claims", new { text = "Zyxqvu wpfjkl." });
        Assert.Empty(made.Json["matches"]!.AsArray());
    }

    [Fact]
    public async Task Other_new_claims_and_articles_come_with_them_if_asked()
    {
        var earlier = await _api.GivenClaimAsync("The lido of Gdynia has 4,000 seats.");
        var other = new { text = "4,000 seats are in the lido of Gdynia." };

        var asked = await _api.PostAsync("/claims?match=true", other);
        Assert.Equal(earlier, (long)asked.Json["matches"]![0]!["claimId"]!);
        Assert.Null((await _api.PostAsync("/claims", other)).Json["matches"]);
        Assert.Null((await _api.PostAsync("/claims?match=false", other)).Json["matches"]);

        const string Text = "It rained in the lido. The lido of Gdynia has 4,000 seats!";
        var article = await _api.PostAsync("/articles?match=true", new { text = Text });
        Assert.Equal(HttpStatusCode.Created, article.Status);
        var sentence = article.Json["matches"]![0]!;
        Assert.Equal((long)article.Json["sentences"]![1]!["id"]!, (long)sentence["sentenceId"]!);
        Assert.Contains(earlier, sentence["matches"]!.AsArray().Select(static m => (long)m!["claimId"]!));
        var read = await _api.GetAsync($"/articles/{article.Id}");
        Assert.Equal((read.ETag, read.Text), (article.ETag, Without(article, "matches")));

        var again = await _api.SendTextAsync(HttpMethod.Post, "/articles?match=true", Text, "text/plain");
        Assert.Equal((HttpStatusCode.OK, article.Text), (again.Status, again.Text));
        Assert.Null((await _api.PostAsync("/articles", new { text = Text })).Json["matches"]);
    }

    [Fact]
    public async Task A_repeat_looks_them_up_again_and_makes_nothing()
    {
        var earlier = await _api.GivenClaimAsync("A tapir escaped from the zoo of Plzen.");
        var first = await RepeatAsync("tapir", "The tapir of the Plzen zoo escaped.");
        var later = await _api.GivenClaimAsync("From the zoo of Plzen a tapir escaped.");

        var second = await RepeatAsync("tapir", "The tapir of the Plzen zoo escaped.");

        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal((first.Id, first.ETag, Without(first, "matches")), (second.Id, second.ETag, Without(second, "matches")));
        var found = second.Json["matches"]!.AsArray().Select(static m => (long)m!["claimId"]!).ToList();
        Assert.Contains(earlier, found);
        Assert.Contains(later, found);
        Assert.DoesNotContain(first.Id, found);
    }

    [Fact]
    public async Task A_claim_is_made_even_if_they_cannot_be_looked_up()
    {
        await using var broken = new BrokenHost();
        await broken.Api.InitializeAsync();
        await broken.Api.Db.WriteAsync(static tx => tx.ExecuteAsync("drop table claim_vectors"));

        var made = await broken.Api.Api.PostAsync("/claims?match=true", new { text = "The index is gone." });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Null(made.Json["matches"]);
        Assert.Equal(HttpStatusCode.OK, (await broken.Api.Api.GetAsync($"/claims/{made.Id}")).Status);
    }

    private static string Without(Answer answer, string member)
    {
        var start = answer.Text.IndexOf($",\"{member}\":", StringComparison.Ordinal);
        return answer.Text[..start] + "}";
    }

    private async Task<Answer> RepeatAsync(string key, string text)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/claims?match=true") { Content = JsonContent.Create(new { text }) };
        request.Headers.Add("Idempotency-Key", key);
        return await _api.SendAsync(request);
    }

    private sealed class BrokenHost : IAsyncDisposable
    {
        public ApiHost Api { get; } = new();

        public async ValueTask DisposeAsync() => await Api.DisposeAsync();
    }
}
