using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Citations;

public sealed class AcceptCitationTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task It_becomes_evidence_on_a_claim_with_the_words_of_its_sentence()
    {
        var (article, sentences, citations) = await GivenAsync("Rents rose by 4 % [source: https://rents.example/2026].");

        Answer? answer = null;
        var recorded = await host.RecordedByAsync(async () => answer = await AcceptAsync(citations[0]));

        Assert.Equal(
            ["claim.created", "sentence.linked", "source.created", "evidence.created", "evidence.linked", "citation.accepted"],
            recorded.Kinds());
        var made = answer!.Json;
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal($"/api/v1/evidence/{made["id"]}", answer.Headers.Location!.ToString());
        Assert.Equal(
            ("source: https://rents.example/2026", "https://rents.example/2026", "supports"),
            ((string)made["excerpt"]!, (string)made["source"]!["url"]!, (string)made["stance"]!));
        var claim = (await _api.GetAsync($"/claims/{made["claimId"]}")).Json;
        Assert.Equal("Rents rose by 4 % [source: https://rents.example/2026].", (string)claim["text"]!);
        var citation = (await _api.GetAsync($"/citations/{citations[0]}")).Json;
        Wire.Same(citation, made["citation"]);
        Assert.Equal(
            ("accepted", (long)made["id"]!, "2026-03-03T12:00:00Z"),
            ((string)citation["state"]!, (long)citation["evidenceId"]!, (string)citation["settledAt"]!));
        Assert.Equal(1, (int)(await _api.GetAsync($"/sentences/{sentences[0]}")).Json["cited"]!);
        Assert.Equal(["citation.accepted"], await host.KindsAsync($"citation/{citations[0]}"));
        Assert.Empty((await _api.GetAsync($"/articles/{article}/citations?state=open,dismissed")).Ids());
    }

    [Fact]
    public async Task What_the_request_says_goes_before_what_the_citation_says()
    {
        var (_, sentences, citations) = await GivenAsync("Fares rose [https://fares.example/a] by 5 %.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "Fares rose." });

        var made = (await _api.PostAsync($"/citations/{citations[0]}/accept", new
        {
            claimId = claim,
            excerpt = "By five per cent.",
            locator = new { page = "7" },
            stance = "partially_supports",
            note = "Seen.",
            source = new { title = "The register" },
        })).Json;

        Assert.Equal(
            (claim, "By five per cent.", "7", "Seen.", "The register"),
            ((long)made["claimId"]!, (string)made["excerpt"]!, (string)made["locator"]!["page"]!, (string)made["note"]!,
                (string)made["source"]!["title"]!));
    }

    [Fact]
    public async Task A_note_without_an_address_gives_its_source_the_title_and_a_known_address_gives_the_source_that_has_it()
    {
        var (_, _, citations) = await GivenAsync(
            $"Tolls rose [https://tolls.example/A#x]. Tolls fell [https://TOLLS.example/A]. Tolls stayed [see {new string('t', 600)}].");
        var (first, second, third) =
            ((await AcceptAsync(citations[0])).Json, (await AcceptAsync(citations[1])).Json, (await AcceptAsync(citations[2])).Json);

        Assert.Equal((long)first["source"]!["id"]!, (long)second["source"]!["id"]!);
        Assert.Equal("see " + new string('t', 496), (string)third["source"]!["title"]!);
        Assert.Equal("see " + new string('t', 600), (string)third["excerpt"]!);
    }

    [Fact]
    public async Task A_sentence_with_several_claims_asks_for_one_and_nothing_is_written()
    {
        var (_, sentences, citations) = await GivenAsync("The port has 7 cranes and 2 docks [see the plan].");
        var cranes = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "It has 7 cranes." });
        var docks = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "It has 2 docks." });

        var recorded = await host.RecordedByAsync(async () =>
        {
            var open = await AcceptAsync(citations[0]);
            Assert.Equal(HttpStatusCode.Conflict, open.Status);
            Assert.Contains($"{cranes}, {docks}", (string)open.Json["detail"]!, StringComparison.Ordinal);
            var foreign = await _api.PostAsync($"/citations/{citations[0]}/accept", new { stance = "supports", claimId = 999_999 });
            Assert.NotNull(foreign.Error("claimId"));
        });

        Assert.Empty(recorded);
        Assert.Equal("open", (string)(await _api.GetAsync($"/citations/{citations[0]}")).Json["state"]!);
    }

    [Fact]
    public async Task It_is_accepted_once_and_open_again_when_its_evidence_is_deleted()
    {
        var (_, _, citations) = await GivenAsync("The dam is 80 metres high [see the survey].");
        var evidence = (long)(await AcceptAsync(citations[0])).Json["id"]!;

        foreach (var again in (Answer[])
        [
            await AcceptAsync(citations[0]),
            await _api.PostAsync($"/citations/{citations[0]}/dismiss", new { reason = "No." }),
        ])
        {
            Assert.Equal(
                (HttpStatusCode.Conflict, $"/api/v1/evidence/{evidence}"), (again.Status, (string)again.Json["existing"]!));
        }

        await _api.DeleteAsync($"/evidence/{evidence}");
        var open = (await _api.GetAsync($"/citations/{citations[0]}")).Json;

        Assert.Equal(("open", null, null), ((string)open["state"]!, (string?)open["settledBy"], (long?)open["evidenceId"]));
        Assert.Equal(["citation.accepted", "citation.reopened"], await host.KindsAsync($"citation/{citations[0]}"));
        Assert.Equal(HttpStatusCode.Created, (await AcceptAsync(citations[0])).Status);
    }

    [Fact]
    public async Task A_dismissed_one_can_be_accepted()
    {
        var (_, sentences, citations) = await GivenAsync("The dam holds 3 lakes of water [see the survey].");
        await _api.PostAsync($"/citations/{citations[0]}/dismiss", new { reason = "It is of 1990." });
        Assert.Equal(0, (int)(await _api.GetAsync($"/sentences/{sentences[0]}")).Json["cited"]!);

        var citation = (await AcceptAsync(citations[0])).Json["citation"]!;

        Assert.Equal(("accepted", null), ((string)citation["state"]!, (string?)citation["reason"]));
        Assert.Equal(1, (int)(await _api.GetAsync($"/sentences/{sentences[0]}")).Json["cited"]!);
    }

    [Fact]
    public async Task An_article_is_no_source_for_its_own_claims()
    {
        var article = await _api.GivenAsync("/articles", new
        {
            url = "https://own.example/story",
            text = "The pier burned twice [https://own.example/story].",
        });
        var citation = (await _api.GetAsync($"/articles/{article}/citations")).Ids()[0];

        var recorded = await host.RecordedByAsync(async () =>
            Assert.Equal(HttpStatusCode.Conflict, (await AcceptAsync(citation)).Status));

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task Of_a_sentence_that_is_gone_it_is_not_accepted_and_of_one_that_was_replaced_it_is_on_the_new_one()
    {
        var (article, sentences, citations) = await GivenAsync("The mill closed in 1931 [see the chronicle].\n\nNobody was hurt then.");
        await _api.PutAsync($"/articles/{article}/text", new { text = "Nobody was hurt then." });

        var gone = await AcceptAsync(citations[0]);

        Assert.Equal(HttpStatusCode.Conflict, gone.Status);
        var citation = (await _api.GetAsync($"/citations/{citations[0]}")).Json;
        Assert.Equal((sentences[0], null, null), ((long)citation["sentenceId"]!, (int?)citation["start"], (int?)citation["end"]));
    }

    [Fact]
    public async Task Another_state_than_the_one_that_was_read_is_refused()
    {
        var (_, _, citations) = await GivenAsync("The quay is 900 metres long [see the plan].");
        var request = Refusals.Request(HttpMethod.Post, $"/api/v1/citations/{citations[0]}/accept", """{"stance":"supports"}""");
        request.Headers.Remove("If-Match");
        request.Headers.TryAddWithoutValidation("If-Match", "\"stale\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.SendAsync(request)).Status);
    }

    private async Task<(long Article, IReadOnlyList<long> Sentences, long[] Citations)> GivenAsync(string text)
    {
        var (article, sentences) = await _api.GivenArticleAsync(text);
        return (article, sentences, [.. (await _api.GetAsync($"/articles/{article}/citations")).Ids()]);
    }

    private Task<Answer> AcceptAsync(long citation) => _api.PostAsync($"/citations/{citation}/accept", new { stance = "supports" });
}
