using System.Net;
using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Tests.Domain.Access;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Evidence;

/// <summary>What rests on a source, bears on a claim or stands behind an article.</summary>
public sealed class ListEvidenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task It_is_found_by_source_claim_article_and_stance()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The quay is 300 metres long.");
        var quay = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "The quay is 300 metres long." });
        var other = await _api.GivenClaimAsync("The pier is 30 metres long.");
        var first = await _api.GivenEvidenceAsync(quay, "https://quay.example/plan");
        var second = await _api.GivenEvidenceAsync(other, "https://quay.example/plan", "refutes");
        var third = await _api.GivenEvidenceAsync(other, "https://pier.example/plan");
        var source = (long)(await _api.GetAsync($"/evidence/{first}")).Json["source"]!["id"]!;

        Assert.Equal([second, first], await ListAsync($"sourceId={source}"));
        Assert.Equal([second], await ListAsync($"sourceId={source}&stance=refutes"));
        Assert.Equal([third, second], await ListAsync($"claimId={other}"));
        Assert.Equal([third], await ListAsync($"claimId={other}&stance=supports"));
        Assert.Equal([first], await ListAsync($"articleId={article}"));
        Assert.Equal([other, quay], (await _api.GetAsync($"/claims?sourceId={source}&sort=-id")).Ids());
        Assert.Equal(HttpStatusCode.BadRequest, (await _api.GetAsync("/evidence?sort=title")).Status);
    }

    [Fact]
    public async Task It_is_found_by_words_of_excerpt_place_notes_and_source()
    {
        var evidence = await GivenAsync();
        foreach (var q in (string[])
        [
            "GRÖßE%20der%20stadt", "seite%207", "anhang", "öffentlich%20be*", "der%20amtliche%20stand", "das%20register%20der%20H%C3%84FEN",
        ])
        {
            Assert.Equal([evidence], await ListAsync($"q={q}"));
        }

        Assert.Equal([evidence], await ListAsync("q=seite%20stadt"));
        Assert.Empty(await ListAsync("q=\"stadt%20seite\"%20-groesse%20-größe"));
        Assert.Equal([evidence], await ListAsync("q=größe&stance=supports&count=true"));

        await _api.PatchAsync($"/evidence/{evidence}", new { excerpt = "Nun anders.", note = (string?)null });

        Assert.Empty(await ListAsync("q=größe"));
        Assert.Empty(await ListAsync("q=amtliche"));
        Assert.Equal([evidence], await ListAsync("q=NUN%20%20anders"));
        Assert.NotNull((await _api.GetAsync("/evidence?q=" + new string('x', Limits.Text + 1))).Error("q"));
        Assert.Equal(HttpStatusCode.OK, (await _api.EraseAsync($"/evidence/{evidence}")).Status);
        Assert.Empty(await ListAsync("q=anders"));
    }

    private async Task<long> GivenAsync()
    {
        var claim = await _api.GivenClaimAsync("The town grew.");
        return await _api.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://words.example/", title = "Das Register der Häfen" },
            excerpt = "Die Größe\nder Stadt",
            locator = new { page = "Seite 7", section = "Anhang" },
            note = "Der amtliche Stand",
            publicNote = "Öffentlich belegt",
            stance = "supports",
        });
    }

    private async Task<IReadOnlyList<long>> ListAsync(string query) => (await _api.GetAsync("/evidence?" + query)).Ids();
}

/// <summary>What readers find by words is what they are shown.</summary>
public sealed class ListEvidenceOutsideTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>
{
    [Fact]
    public async Task A_reader_finds_no_evidence_by_words_that_are_not_shown()
    {
        var checker = desk.As("checker");
        var claim = await checker.GivenClaimAsync("The well is full.");
        var open = await GivenAsync(claim, new { title = "Plan of wells" }, isPublic: true);
        var inside = await GivenAsync(claim, new { title = "Plan of the desk" }, isPublic: false);
        var unnamed = await GivenAsync(claim, new { title = "Plan of a digger", confidential = true }, isPublic: true);

        foreach (var (q, found) in ((string, long[])[])
            [("dry", [open]), ("page 9", [open]), ("plan of", [open]), ("as told", [open]), ("by ear", [])])
        {
            Assert.Equal(found, (await desk.As("reader").GetAsync($"/evidence?q={q}")).Ids());
            Assert.Equal([unnamed, inside, open], (await checker.GetAsync($"/evidence?q={q}")).Ids());
        }

        Assert.Equal([unnamed, open], (await desk.As("reader").GetAsync("/evidence")).Ids());
    }

    private Task<long> GivenAsync(long claim, object source, bool isPublic) => desk.As("checker").GivenAsync(
        $"/claims/{claim}/evidence",
        new
        {
            source,
            excerpt = "It is dry.",
            locator = new { page = "Page 9" },
            note = "By ear.",
            publicNote = "As told.",
            @public = isPublic,
            stance = "refutes",
        });
}
