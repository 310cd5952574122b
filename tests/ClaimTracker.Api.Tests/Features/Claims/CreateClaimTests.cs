using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class CreateClaimTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Everything = """
        {
            "text": "The bridge cost 48 million euros.", "headline": "What the bridge cost", "language": "pt-BR",
            "claimType": "statistical", "claimDate": "2026-02-01", "location": "Porto",
            "claimants": [
                {"name": "Rui Costa", "jobTitle": "Mayor", "sameAs": "https://who.example/rui", "imageUrl": "https://who.example/rui.jpg"},
                {"name": "Ana Reis", "jobTitle": "Cook", "sameAs": "https://who.example/ana", "imageUrl": "https://who.example/ana.jpg"}],
            "attribution": [{"name": "The Post", "verb": "reported", "to": "The council"}],
            "appearances": [{"url": "https://post.example/1", "date": "2026-02-02", "first": true}],
            "tags": ["money", "Bridges"], "priority": 7, "fields": {"topic": "Money"},
            "externalApp": "cms", "externalId": "all-1"
        }
        """;

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_member_that_is_sent_comes_back()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Said in passing 1. The bridge cost 48 million euros.");
        await _api.PatchAsync($"/articles/{article}", new { title = "Of the bridge" });
        await _api.GivenAsync("/fields", new { on = "claim", name = "topic", type = "text" });
        var answer = await _api.SendTextAsync(HttpMethod.Post, "/claims", Everything);
        await _api.PutAsync($"/sentences/{sentences[1]}/claims/{answer.Id}", new { role = "repeats", spanStart = 23, spanEnd = 29 });
        var verdict = await _api.GivenPublishedAsync(answer.Id, "True");
        await _api.PublishAsync(await _api.GivenDraftAsync(answer.Id, "False"));
        await host.AsAsync("checker", "Eva");
        await _api.AssignAsync(answer.Id, "Eva");
        var other = await _api.GivenClaimAsync();
        await _api.PutAsync($"/claims/{answer.Id}/relations/{other}", new { relation = "quotes", note = "Word for word." });

        var read = (await _api.GetAsync($"/claims/{answer.Id}")).Json.AsObject();

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Wire.HasNoDefaults(read);
        Assert.All(
            JsonNode.Parse(Everything)!.AsObject(), sent => Assert.Equal(sent.Value!.ToJsonString(), read[sent.Key]!.ToJsonString()));
        string[] made = ["status", "assignee", "sentences", "verdict", "disputed", "evidenceCount", "createdAt", "updatedAt"];
        Wire.Same(
            new
            {
                status = "published",
                assignee = "Eva",
                sentences = new[]
                {
                    new
                    {
                        sentenceId = sentences[1],
                        articleId = article,
                        articleTitle = "Of the bridge",
                        ordinal = 1,
                        text = "The bridge cost 48 million euros.",
                        role = "repeats",
                        spanStart = 23,
                        spanEnd = 29,
                    },
                },
                verdict = new { id = verdict, rating = new { name = "True", value = 5 }, state = "published" },
                disputed = true,
                evidenceCount = 1,
                createdAt = "2026-03-03T12:00:00Z",
                updatedAt = "2026-03-03T12:00:00Z",
            },
            new JsonObject(read.Where(m => made.Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))));
    }

    [Fact]
    public async Task A_new_claim_is_answered_with_its_address_and_as_a_GET_would()
    {
        var answer = await _api.PostAsync("/claims", new { text = "It stands at its address." });

        Assert.Equal($"/api/v1/claims/{answer.Id}", answer.Headers.Location!.ToString());
        var read = await _api.GetAsync($"/claims/{answer.Id}");
        Assert.Equal((answer.Text, answer.ETag), (read.Text, read.ETag));
        Assert.Equal(("open", 0), ((string)read.Json["status"]!, (int)read.Json["priority"]!));
    }

    [Fact]
    public async Task The_same_words_twice_are_two_claims() =>
        Assert.NotEqual(await _api.GivenClaimAsync("Said twice."), await _api.GivenClaimAsync("Said twice."));

    [Fact]
    public async Task A_claim_is_linked_to_the_sentences_that_assert_it()
    {
        var (_, sentences) = await _api.GivenArticleAsync("Asserted here 1. Asserted there 2.");

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PostAsync("/claims", new { text = "Asserted.", sentenceIds = sentences });

            Assert.Equal(["asserts", "asserts"], answer.Json["sentences"]!.Texts("role"));
        });

        Assert.Equal(["claim.created", "sentence.linked", "sentence.linked"], recorded.Kinds());
        Assert.Equal($"sentence.linked sentence/{sentences[1]}", recorded[2]);
    }

    [Fact]
    public async Task A_claim_of_a_missing_sentence_is_not_created()
    {
        var (_, sentences) = await _api.GivenArticleAsync("Only this sentence is there 3.");

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PostAsync("/claims", new { text = "Of nothing.", sentenceIds = new[] { sentences[0], 999_999 } });

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("no sentence 999999", answer.Error("sentenceIds"), StringComparison.Ordinal);
        });

        Assert.Empty(recorded);
        Assert.Empty((await _api.GetAsync("/claims?q=of%20nothing")).Items);
    }

    [Fact]
    public async Task An_external_id_that_another_claim_has_is_refused()
    {
        var first = await _api.GivenAsync("/claims", new { text = "First with the id.", externalApp = "bot", externalId = "X" });

        var answer = await _api.PostAsync("/claims", new { text = "Second with the id.", externalApp = "bot", externalId = "X" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal($"/api/v1/claims/{first}", (string)answer.Json["existing"]!);
    }

    [Fact]
    public async Task Tags_that_differ_only_in_case_are_one_tag()
    {
        var answer = await _api.PostAsync("/claims", new { text = "Tagged twice.", tags = new[] { "Energy", "ENERGY", "wind" } });

        Assert.Equal("""["Energy","wind"]""", answer.Json["tags"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"headline": "No text"}""", "text")]
    [InlineData("""{"text": "  "}""", "text")]
    [InlineData("""{"text": "T", "claimants": [{"jobTitle": "Mayor"}]}""", "claimants[0].name")]
    [InlineData("""{"text": "T", "claimants": [{"name": "A", "sameAs": "javascript:1"}]}""", "claimants[0].sameAs")]
    [InlineData("""{"text": "T", "appearances": [{"date": "2026-01-01"}]}""", "appearances[0].url")]
    [InlineData("""{"text": "T", "tags": ["a", " "]}""", "tags[1]")]
    [InlineData("""{"text": "T", "priority": 101}""", "priority")]
    [InlineData("""{"text": "T", "claimDate": "yesterday"}""", "claimDate")]
    [InlineData("""{"text": "T", "sentenceIds": [1, 1]}""", "sentenceIds")]
    [InlineData("""{"text": "T", "externalApp": "cms"}""", "externalId")]
    [InlineData("""{"text": "T", "status": "published"}""", "status")]
    public async Task An_invalid_claim_is_refused_by_field(string body, string field)
    {
        var answer = await _api.SendTextAsync(HttpMethod.Post, "/claims", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }
}
