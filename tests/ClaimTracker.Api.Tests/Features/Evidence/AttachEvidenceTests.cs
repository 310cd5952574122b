using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Evidence;

public sealed class AttachEvidenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_source_and_evidence_are_created_together_with_every_member()
    {
        var claim = await _api.GivenClaimAsync();

        var answer = await _api.PostAsync($"/claims/{claim}/evidence", new
        {
            source = new
            {
                url = "https://all.example/report",
                title = "The report",
                author = "B. Clerk",
                publisher = "Office",
                publishedOn = "2025-11-30",
                accessedOn = "2026-03-02",
                archivedUrl = "https://copies.example/20260302/report",
                medium = "pdf",
                kind = "primary",
                reliabilityNote = "Audited.",
                confidential = true,
            },
            excerpt = "It cost 48 million.",
            locator = new { page = "12", timestamp = "00:01:02", section = "3.1", cell = "B7" },
            stance = "partially_supports",
            set = 2,
            note = "Before tax.",
            publicNote = "The sum is of 2024.",
            question = "What did it cost?",
            answerType = "number",
        });
        var link = new { claimId = claim, stance = "refutes", set = 3, note = "Of the link.", question = "Who paid?", answerType = "name" };
        await _api.PutAsync(
            $"/evidence/{answer.Id}/claims/{claim}", new { link.stance, link.set, link.note, link.question, link.answerType });

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/evidence/{answer.Id}"), (answer.Status, answer.Headers.Location!.ToString()));
        var read = (await _api.GetAsync($"/evidence/{answer.Id}")).Json.AsObject();
        Wire.HasNoDefaults(read);
        Wire.Same(new { page = "12", timestamp = "00:01:02", section = "3.1", cell = "B7" }, read["locator"]);
        Wire.Same(new[] { link }, read["links"]);
        Assert.Equal(("It cost 48 million.", "Before tax."), ((string)read["excerpt"]!, (string)read["note"]!));
        Assert.Equal((true, "The sum is of 2024."), ((bool)read["public"]!, (string)read["publicNote"]!));
        Assert.Equal((await _api.GetAsync($"/sources/{(long)read["source"]!["id"]!}")).Json.ToJsonString(), read["source"]!.ToJsonString());
    }

    [Fact]
    public async Task Source_evidence_and_link_are_each_recorded()
    {
        var claim = await _api.GivenClaimAsync();

        var recorded = await host.RecordedByAsync(() => _api.GivenEvidenceAsync(claim, "https://recorded.example/"));

        Assert.Equal(["source.created", "evidence.created", "evidence.linked"], recorded.Kinds());
    }

    [Fact]
    public async Task A_known_address_gives_the_source_that_has_it()
    {
        var source = await _api.GivenAsync("/sources", new { url = "https://known.example/a", title = "Known" });

        var answer = await _api.PostAsync(
            $"/claims/{await _api.GivenClaimAsync()}/evidence",
            new { source = new { url = "http://www.known.example/a/" }, excerpt = "E", stance = "context" });

        Assert.Equal((source, "Known"), ((long)answer.Json["source"]!["id"]!, (string)answer.Json["source"]!["title"]!));
    }

    [Fact]
    public async Task A_source_may_be_named_by_its_id()
    {
        var source = await _api.GivenAsync("/sources", new { title = "A witness", medium = "interview" });

        var answer = await _api.PostAsync(
            $"/claims/{await _api.GivenClaimAsync()}/evidence",
            new { source = new { id = source }, excerpt = "I saw it.", stance = "supports" });

        Assert.Equal((HttpStatusCode.Created, source), (answer.Status, (long)answer.Json["source"]!["id"]!));
    }

    [Theory]
    [InlineData("""{"source": {"id": 999999}, "excerpt": "E", "stance": "supports"}""", "source.id")]
    [InlineData("""{"source": {"url": "https://half.example/"}, "excerpt": " ", "stance": "supports"}""", "excerpt")]
    [InlineData("""{"source": {"url": "https://half.example/"}, "excerpt": "E"}""", "stance")]
    [InlineData("""{"source": {"url": "https://half.example/"}, "excerpt": "E", "stance": "proves"}""", "stance")]
    [InlineData("""{"source": {"url": "https://half.example/"}, "excerpt": "E", "stance": "supports", "set": 0}""", "set")]
    [InlineData("""{"source": {"url": "half.example"}, "excerpt": "E", "stance": "supports"}""", "source.url")]
    [InlineData("""{"source": {"id": 1, "title": "Both"}, "excerpt": "E", "stance": "supports"}""", "source")]
    [InlineData("""{"excerpt": "E", "stance": "supports"}""", "source")]
    public async Task Nothing_is_half_written_when_a_part_is_refused(string body, string field)
    {
        var claim = await _api.GivenClaimAsync();

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.SendTextAsync(HttpMethod.Post, $"/claims/{claim}/evidence", body);

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotNull(answer.Error(field));
        });

        Assert.Empty(recorded);
        Assert.Empty((await _api.GetAsync("/sources?url=https://half.example/")).Items);
    }

    [Fact]
    public async Task An_article_is_no_source_for_its_own_claims_and_no_source_is_created()
    {
        var article = await _api.PostAsync("/articles", new { text = "An article cannot prove itself 1.", url = "https://self.example/a" });
        var claim = await _api.GivenAsync($"/sentences/{(long)article.Json["sentences"]![0]!["id"]!}/claims", new { text = "It cannot." });

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PostAsync(
                $"/claims/{claim}/evidence",
                new { source = new { url = "http://www.self.example/a?utm_source=x" }, excerpt = "E", stance = "supports" });

            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Equal($"/api/v1/articles/{article.Id}", (string)answer.Json["existing"]!);
        });

        Assert.Empty(recorded);
        Assert.Empty((await _api.GetAsync("/sources?url=https://self.example/a")).Items);
    }

    [Fact]
    public async Task Another_article_may_be_a_source()
    {
        await _api.PostAsync("/articles", new { text = "Another article proves it 2.", url = "https://another.example/a" });

        Assert.True(await _api.GivenEvidenceAsync(await _api.GivenClaimAsync(), "https://another.example/a") > 0);
    }

    [Fact]
    public async Task A_missing_claim_is_not_found() => Assert.Equal(
        HttpStatusCode.NotFound,
        (await _api.PostAsync("/claims/999999/evidence", new { source = new { title = "T" }, excerpt = "E", stance = "supports" })).Status);
}
