using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Evidence;

public sealed class AttachEvidenceToSentenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_sentence_without_a_claim_gets_one_with_the_same_words()
    {
        var sentence = await GivenSentenceAsync("The canal was dug in 1820.");

        Answer? answer = null;
        var recorded = await host.RecordedByAsync(async () => answer = await AttachAsync(sentence));

        Assert.Equal(HttpStatusCode.Created, answer!.Status);
        var claim = (await _api.GetAsync($"/claims/{(long)answer.Json["claimId"]!}")).Json;
        Assert.Equal(
            ("The canal was dug in 1820.", "en", 1), ((string)claim["text"]!, (string)claim["language"]!, (int)claim["evidenceCount"]!));
        Assert.Equal(["claim.created", "sentence.linked", "source.created", "evidence.created", "evidence.linked"], recorded.Kinds());
        Assert.Equal(("claimed", 1), await StateAsync(sentence));
    }

    [Fact]
    public async Task Evidence_on_a_sentence_with_one_claim_is_on_that_claim()
    {
        var sentence = await GivenSentenceAsync("The canal is 12 miles long.");
        var claim = await GivenClaimAsync(sentence, "Its length is 12 miles.");

        var answer = await AttachAsync(sentence);

        Assert.Equal((claim, "supports"), ((long)answer.Json["claimId"]!, (string)answer.Json["stance"]!));
        Assert.Single((await _api.GetAsync($"/sentences/{sentence}")).Json["claims"]!.AsArray());
    }

    [Fact]
    public async Task With_several_claims_one_must_be_chosen()
    {
        var sentence = await GivenSentenceAsync("The canal has 7 locks and 2 ports.");
        var (locks, ports) = (await GivenClaimAsync(sentence, "It has 7 locks."), await GivenClaimAsync(sentence, "It has 2 ports."));

        var recorded = await host.RecordedByAsync(async () =>
        {
            var open = await AttachAsync(sentence);

            Assert.Equal(HttpStatusCode.Conflict, open.Status);
            Assert.Contains($"{locks}, {ports}", (string)open.Json["detail"]!, StringComparison.Ordinal);
        });

        Assert.Empty(recorded);
        Assert.Equal(ports, (long)(await AttachAsync(sentence, ports)).Json["claimId"]!);
        Assert.Equal(0, (int)(await _api.GetAsync($"/claims/{locks}")).Json["evidenceCount"]!);
    }

    [Fact]
    public async Task A_claim_of_another_sentence_cannot_be_chosen()
    {
        var sentence = await GivenSentenceAsync("The canal froze in 1929.");
        var own = await GivenClaimAsync(sentence, "It froze.");

        var answer = await AttachAsync(sentence, await _api.GivenClaimAsync("Something else."));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains($"{own}", answer.Error("claimId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_claim_is_left_behind_when_the_evidence_is_refused()
    {
        var article = await _api.PostAsync("/articles", new { text = "The canal proves itself 1.", url = "https://canal.example/self" });
        var sentence = (long)article.Json["sentences"]![0]!["id"]!;

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PostAsync(
                $"/sentences/{sentence}/evidence",
                new { source = new { url = "https://canal.example/self" }, excerpt = "E", stance = "supports" });

            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        });

        Assert.Empty(recorded);
        Assert.Equal(("open", 0), await StateAsync(sentence));
    }

    [Fact]
    public async Task A_missing_sentence_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await AttachAsync(999_999)).Status);

    [Fact]
    public async Task A_sentence_lists_the_evidence_of_each_of_its_claims()
    {
        var sentence = await GivenSentenceAsync("The canal cost 3 lives and 4 years.");
        var (lives, years) = (await GivenClaimAsync(sentence, "3 lives."), await GivenClaimAsync(sentence, "4 years."));
        var shared = (await AttachAsync(sentence, lives)).Id;
        await _api.PutAsync($"/evidence/{shared}/claims/{years}", new { stance = "refutes" });
        var second = (await AttachAsync(sentence, years)).Id;

        var list = await _api.GetAsync($"/sentences/{sentence}/evidence?count=true");

        Assert.Equal([shared, shared, second], list.Ids());
        Assert.Equal([lives, years, years], list.Ids("claimId"));
        Assert.Equal(["supports", "refutes", "supports"], list.Json["items"]!.Texts("stance"));
        Assert.Equal(3, (int)list.Json["total"]!);
        Assert.Equal([shared, shared, second], await _api.WalkAsync($"/sentences/{sentence}/evidence"));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/sentences/999999/evidence")).Status);
    }

    private async Task<long> GivenSentenceAsync(string text) => (await _api.GivenArticleAsync(text)).Sentences[0];

    private Task<long> GivenClaimAsync(long sentence, string text) => _api.GivenAsync($"/sentences/{sentence}/claims", new { text });

    private Task<Answer> AttachAsync(long sentence, long? claimId = null) => _api.PostAsync(
        $"/sentences/{sentence}/evidence",
        new { source = new { url = $"https://canal.example/{sentence}" }, excerpt = "As dug.", stance = "supports", claimId });

    private async Task<(string State, int Evidence)> StateAsync(long sentence)
    {
        var read = (await _api.GetAsync($"/sentences/{sentence}")).Json;
        return ((string)read["state"]!, (int)read["evidenceCount"]!);
    }
}
