using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Features.Exports;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Access;

/// <summary>
/// What the desk keeps for itself: the name of a confidential source, evidence that is not public, and its notes. Readers and the public
/// are outside.
/// </summary>
public sealed class OutsideTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>
{
    private const string Canary = "kestrel-of-the-desk";

    private static int _wells;

    [Theory]
    [InlineData("public")]
    [InlineData("reader")]
    public async Task No_route_says_outside_what_the_desk_keeps_for_itself(string role)
    {
        var well = await GivenAsync();
        foreach (var path in Paths(well, role))
        {
            var answer = await desk.As(role).GetAsync(path);

            Assert.True(answer.Status == HttpStatusCode.OK, $"{path} answered {answer.Status}");
            Assert.False(answer.Text.Contains(Canary, StringComparison.Ordinal), $"{path} says {answer.Text}");
        }
    }

    [Fact]
    public async Task The_desk_reads_it_everywhere_but_in_what_never_names_it()
    {
        var well = await GivenAsync();
        foreach (var path in Paths(well, "reader").Where(static path => !path.StartsWith("/exports", StringComparison.Ordinal)))
        {
            Assert.Contains(Canary, (await desk.As("checker").GetAsync(path)).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("public")]
    [InlineData("reader")]
    public async Task Outside_a_verdict_counts_all_its_evidence_and_shows_what_is_public(string role)
    {
        var well = await GivenAsync();

        var verdict = (await desk.As(role).GetAsync($"/verdicts/{well.Verdict}")).Json;

        Assert.Equal(3, (int)verdict["evidenceCount"]!);
        Assert.Equal([well.Open, well.Unnamed], verdict["evidence"]!.AsArray().Select(static e => (long)e!["id"]!));
        var (open, unnamed) = (verdict["evidence"]![0]!, verdict["evidence"]![1]!);
        Assert.Equal(("It is dry.", "Read by us.", false), Told(open));
        Assert.Equal("https://open.example/", (string?)open["source"]!["url"]);
        Assert.Equal((null, "One who digs there.", true), Told(unnamed));
        Assert.Equal(("interview", "supports"), ((string)unnamed["source"]!["medium"]!, (string)unnamed["stance"]!));
        Assert.Equal(("3", "https://open.example/"), await LineAsync(desk.As(role), well));
    }

    [Fact]
    public async Task The_desk_sees_all_evidence_and_which_source_is_confidential()
    {
        var well = await GivenAsync();

        var evidence = (await desk.As("checker").GetAsync($"/verdicts/{well.Verdict}")).Json["evidence"]!.AsArray();

        Assert.Equal([well.Open, well.Unnamed, well.Inside], evidence.Select(static e => (long)e!["id"]!));
        Assert.Equal([false, true, false], evidence.Select(static e => (bool)e!["source"]!["confidential"]!));
        Assert.Equal([true, true, false], evidence.Select(static e => (bool)e!["public"]!));
        Assert.Equal(("3", "https://open.example/ https://inside.example/"), await LineAsync(desk.As("checker"), well));
    }

    [Fact]
    public async Task A_reader_finds_no_record_that_is_not_public_and_no_confidential_source_by_its_name()
    {
        var (well, reader) = (await GivenAsync(), desk.As("reader"));

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/evidence/{well.Inside}")).Status);
        Assert.Equal([well.Open, well.Unnamed], (await reader.GetAsync($"/claims/{well.Claim}/evidence")).Ids());
        Assert.Equal(2, await reader.CountAsync($"/evidence?claimId={well.Claim}"));
        Assert.Equal(2, await reader.CountAsync($"/sentences/{well.Sentence}/evidence"));
        Assert.Equal(3, (int)(await reader.GetAsync($"/claims/{well.Claim}")).Json["evidenceCount"]!);
        foreach (var filter in (string[])[$"q={Canary}", $"url=https://{Canary}.example/digger", $"publisher={Canary}"])
        {
            Assert.DoesNotContain(well.Source, (await reader.GetAsync($"/sources?{filter}&limit=500")).Ids());
            Assert.Contains(well.Source, (await desk.As("checker").GetAsync($"/sources?{filter}&limit=500")).Ids());
        }

        var source = (await reader.GetAsync($"/sources/{well.Source}")).Json;
        Assert.Equal((true, null, null), ((bool)source["confidential"]!, (string?)source["title"], (string?)source["url"]));
    }

    [Fact]
    public async Task A_published_verdict_keeps_what_was_public_when_it_cited_it()
    {
        var (well, checker) = (await GivenAsync(), desk.As("checker"));
        var before = await desk.As("public").GetAsync($"/verdicts/{well.Verdict}");

        await checker.PatchAsync($"/evidence/{well.Open}", new { @public = false, publicNote = "Not for you." });
        await checker.PatchAsync($"/evidence/{well.Inside}", new { @public = (bool?)null });

        Assert.Equal(before.Text, (await desk.As("public").GetAsync($"/verdicts/{well.Verdict}")).Text);
        Assert.Equal([well.Unnamed, well.Inside], (await desk.As("reader").GetAsync($"/claims/{well.Claim}/evidence")).Ids());
    }

    private static string[] Paths(Well well, string role)
    {
        string[] open =
        [
            "/verdicts?limit=500", $"/verdicts/{well.Verdict}", $"/claims/{well.Claim}/verdicts", $"/verdicts?articleId={well.Article}",
            $"/exports/verdicts.csv?articleId={well.Article}", $"/exports/verdicts.jsonl?articleId={well.Article}",
        ];
        string[] read =
        [
            "/evidence?limit=500", $"/evidence/{well.Unnamed}", $"/claims/{well.Claim}/evidence", $"/sentences/{well.Sentence}/evidence",
            $"/evidence?articleId={well.Article}", $"/sources/{well.Source}", "/sources?limit=500", $"/sentences/{well.Sentence}",
            $"/articles/{well.Article}", $"/articles/{well.Article}/sentences", $"/articles/{well.Article}/factsheet",
            $"/articles/{well.Article}/factsheet.csv", $"/articles/{well.Article}/factsheet.html",
            $"/articles/{well.Article}/clearance.docx", $"/articles/{well.Article}/clearance.html",
        ];
        return role == "public" ? open : [.. open, .. read];
    }

    private static (string? Excerpt, string? PublicNote, bool IsConfidential) Told(JsonNode evidence) =>
        ((string?)evidence["excerpt"], (string?)evidence["publicNote"], (bool)evidence["source"]!["confidential"]!);

    private static async Task<(string EvidenceCount, string Urls)> LineAsync(ApiDriver api, Well well)
    {
        var rows = CsvReader.Read((await api.GetAsync($"/exports/verdicts.csv?articleId={well.Article}")).Text);
        return (rows[1][18], rows[1][19]);
    }

    /// <summary>A line that was settled with a note; its verdict rests on three records. The canary stands in all that is kept.</summary>
    private async Task<Well> GivenAsync()
    {
        var (checker, editor) = (desk.As("checker"), desk.As("editor"));
        var number = Interlocked.Increment(ref _wells);
        var article = await checker.PostAsync(
            "/articles", new { text = $"The well is {number} metres deep and full.", kind = "published" });
        var sentence = (long)article.Json["sentences"]![0]!["id"]!;
        var claim = await checker.GivenAsync($"/sentences/{sentence}/claims", new { text = $"The well {number} is full." });
        var open = await checker.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://open.example/" },
            excerpt = "It is dry.",
            note = Canary,
            publicNote = "Read by us.",
            stance = "refutes",
        });
        var unnamed = await checker.PostAsync($"/claims/{claim}/evidence", new
        {
            source = new
            {
                url = $"https://{Canary}.example/digger",
                title = Canary,
                author = Canary,
                publisher = Canary,
                archivedUrl = $"https://copies.example/{Canary}",
                medium = "interview",
                reliabilityNote = Canary,
                confidential = true,
            },
            excerpt = Canary,
            locator = new { page = Canary, section = Canary },
            note = Canary,
            publicNote = "One who digs there.",
            stance = "supports",
        });
        var inside = await checker.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://inside.example/" },
            excerpt = Canary,
            publicNote = Canary,
            @public = false,
            stance = "context",
        });
        var verdict = await checker.GivenDraftAsync(claim, "False");
        await checker.MoveAsync(verdict, "submit");
        await editor.MoveAsync(verdict, "approve");
        await editor.MoveAsync(verdict, "publish");
        await editor.PutAsync($"/sentences/{sentence}/claims/{claim}", new { outcome = "stands", outcomeNote = Canary });
        return new Well(article.Id, sentence, claim, (long)unnamed.Json["source"]!["id"]!, open, unnamed.Id, inside, verdict);
    }

    private sealed record Well(long Article, long Sentence, long Claim, long Source, long Open, long Unnamed, long Inside, long Verdict);
}
