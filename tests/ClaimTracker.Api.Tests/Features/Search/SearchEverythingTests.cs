using System.Net;
using ClaimTracker.Api.Tests.Domain.Access;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Tests.Features.Search;

public sealed class SearchEverythingTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Theory]
    [InlineData("heron minister")]
    [InlineData("ministers HERONS")]
    [InlineData("\"told the heron\"")]
    [InlineData("minist* heron")]
    [InlineData("heron -pelican")]
    [InlineData("claimant:Ibáñez heron")]
    [InlineData("ibanez heron")]
    [InlineData("tag:wetlands heron")]
    [InlineData("mayor’s heron")]
    public async Task A_claim_is_found_by_its_words_in_any_order_and_form(string typed)
    {
        var claim = await _api.GivenAsync("/claims", new
        {
            text = "The minister told the heron keepers of the mayor's plan.",
            claimants = (object[])[new { name = "Ana Ibáñez" }],
            tags = (string[])["Wetlands"],
        });
        await _api.GivenAsync("/claims", new { text = "A heron and a pelican were told to a minister of the mayor's." });

        Assert.Contains(claim, (await _api.GetAsync("/claims?q=" + Uri.EscapeDataString(typed))).Ids());
        Assert.Contains(claim, await FoundAsync(typed, "claim"));
    }

    [Fact]
    public async Task An_article_is_found_by_its_text_and_the_snippet_marks_the_words()
    {
        var article = await _api.GivenAsync("/articles", new
        {
            title = "Works at the quay",
            text = "Nobody knows why. 🏗️ The quay master bought seven gantries in spring. They stand idle, the paper reported.",
        });

        var item = (await _api.GetAsync("/search?kinds=article&q=gantry%20quay")).Json["items"]!.AsArray().Single()!;

        Assert.Equal(
            (article, "article", $"/api/v1/articles/{article}"), ((long)item["id"]!, (string?)item["kind"], (string?)item["href"]));
        Assert.Equal("text", (string?)item["field"]);
        Assert.Equal(
            ["quay", "gantries"],
            item["marks"]!.AsArray().Select(mark => CodePoints.Slice((string)item["snippet"]!, (int)mark!["start"]!, (int)mark["end"]!)),
            StringComparer.Ordinal);
        Assert.Equal([article], (await _api.GetAsync("/articles?q=seven%20gantries")).Ids());
        Assert.Empty((await _api.GetAsync("/articles?q=\"gantries%20seven\"")).Ids());
    }

    [Fact]
    public async Task Every_kind_is_found_and_forgotten_as_it_is_made_changed_and_deleted()
    {
        var claim = await _api.GivenClaimAsync("The okapi left.");
        var evidence = await _api.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://okapi.example/", title = "Okapi register" },
            excerpt = "One okapi left.",
            stance = "supports",
        });
        var source = (long)(await _api.GetAsync($"/evidence/{evidence}")).Json["source"]!["id"]!;
        var verdict = await _api.GivenDraftAsync(claim, "True");
        var comment = await _api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Which okapi?" });

        Assert.Equal(
            [("claim", claim), ("comment", comment), ("evidence", evidence), ("source", source), ("verdict", verdict)],
            (await ItemsAsync("okapi")).Order());

        await _api.PatchAsync($"/sources/{source}", new { title = "Giraffe register" });
        await _api.PatchAsync($"/comments/{comment}", new { text = "Which one?" });

        Assert.Equal([evidence], await FoundAsync("giraffe", "evidence"));
        Assert.Equal([source], await FoundAsync("giraffe", "source"));
        Assert.Empty(await FoundAsync("okapi", "comment"));
        Assert.Equal([verdict], (await _api.GetAsync("/verdicts?q=okapi")).Ids());
    }

    [Fact]
    public async Task A_long_article_is_found_by_words_of_its_end_and_by_phrases_anywhere()
    {
        string[] birds = ["gull", "heron", "tern", "swan", "goose", "coot", "stork", "crane", "plover", "curlew", "egret", "grebe"];
        var filler = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"{birds[i % 12]} {i} {birds[i / 12 % 12]}{i % 7}."));
        var article = await _api.GivenAsync(
            "/articles", new { title = "The capybara log", text = filler + " Then the dam burst at Lowmoor." });

        Assert.Equal([article], (await _api.GetAsync("/articles?q=capybara%20lowmoor")).Ids());
        foreach (var phrase in (string[])
            ["gull 0", "1266 curlew6 crane 1267", "1332 swan2 heron 1333", "1333 swan3 tern 1334", "2600 gull3 curlew 2601"])
        {
            Assert.Equal([article], (await _api.GetAsync($"/articles?q=\"{phrase}\"")).Ids());
        }

        Assert.Equal([article], await FoundAsync("burst lowmoor", "article"));
    }

    [Fact]
    public async Task Where_more_are_found_than_are_ranked_the_answer_says_so()
    {
        var claims = string.Join('\n', Enumerable.Range(0, 230).Select(static i => $$"""{"text": "Tapir number {{i}} was seen."}"""));
        await _api.SendTextAsync(HttpMethod.Post, "/claims/bulk", claims, "application/x-ndjson");

        var counts = (await _api.GetAsync("/search?q=tapir&kinds=claim&limit=5")).Json["counts"]!;

        Wire.Same(new object[] { new { kind = "claim", ranked = 200, more = true } }, counts);
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=", "q")]
    [InlineData("q=-gone", "q")]
    [InlineData("q=%3F%21", "q")]
    [InlineData("q=a&kinds=book", "kinds")]
    [InlineData("q=a&limit=0", "limit")]
    [InlineData("q=a&sort=id", "sort")]
    public async Task What_cannot_be_searched_is_refused_by_field(string query, string field)
    {
        var answer = await _api.GetAsync("/search?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Theory]
    [InlineData("\"'*:(){}[]^+-|&!<>\\%_ word")]
    [InlineData("NEAR(a b, 2) AND NOT OR")]
    [InlineData("title : a; drop table claims --")]
    [InlineData("a:* 'b'::text & !c <-> d")]
    [InlineData("\uFFFD ｆｕｌｌ ١٢٣ 議")]
    public async Task Whatever_is_typed_is_answered(string typed)
    {
        var answer = await _api.GetAsync("/search?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task The_index_is_made_anew_while_it_is_searched_and_finds_the_same()
    {
        var claim = await _api.GivenClaimAsync("The narwhal came back.");
        await host.Db.WriteAsync(static tx => tx.ExecuteAsync("delete from indexed_words"));

        Assert.True(await SearchFill.EnsureAsync(host.Db, CancellationToken.None) > 0);
        Assert.Equal(0, await SearchFill.EnsureAsync(host.Db, CancellationToken.None));

        Assert.Equal([claim], await FoundAsync("narwhal", "claim"));
        Assert.Empty(await SearchCheck.RunAsync(host.Db, CancellationToken.None));
    }

    private async Task<IReadOnlyList<long>> FoundAsync(string typed, string kind) =>
        [.. (await ItemsAsync(typed)).Where(item => item.Kind == kind).Select(static item => item.Id)];

    private async Task<IReadOnlyList<(string Kind, long Id)>> ItemsAsync(string typed) =>
        [.. (await _api.GetAsync("/search?limit=100&q=" + Uri.EscapeDataString(typed))).Json["items"]!.AsArray()
            .Select(static item => ((string)item!["kind"]!, (long)item["id"]!))];
}

/// <summary>A search shows nobody what the lists do not show.</summary>
public sealed class SearchOutsideTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>
{
    [Fact]
    public async Task A_reader_finds_no_draft_no_note_no_confidential_source_and_no_comment()
    {
        var checker = desk.As("checker");
        var claim = await checker.GivenClaimAsync("The quokka is well.");
        await checker.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { title = "Quokka keeper", confidential = true },
            excerpt = "Quokka one.",
            stance = "supports",
        });
        var open = await checker.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://quokka.example/", title = "Quokka news", reliabilityNote = "Quokka friends" },
            excerpt = "Two are well.",
            note = "Ask about the vole.",
            stance = "supports",
        });
        await checker.GivenDraftAsync(claim, "True");
        await checker.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Quokka, really?" });

        Assert.Equal(
            ["claim", "comment", "evidence", "source", "verdict"], await KindsAsync("checker", "quokka"), StringComparer.Ordinal);
        Assert.Equal(["claim", "evidence", "source"], await KindsAsync("reader", "quokka"), StringComparer.Ordinal);
        Assert.Equal(["evidence"], await KindsAsync("checker", "vole"), StringComparer.Ordinal);
        Assert.Empty(await KindsAsync("reader", "vole"));
        Assert.Empty(await KindsAsync("reader", "note:quokka"));
        Assert.Equal([open], (await desk.As("reader").GetAsync("/evidence?q=quokka")).Ids());
        Assert.Empty((await desk.As("reader").GetAsync("/verdicts?q=quokka")).Ids());
        Assert.DoesNotContain("Ask about", (await desk.As("reader").GetAsync("/search?q=quokka")).Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> KindsAsync(string role, string typed)
    {
        var answer = await desk.As(role).GetAsync($"/search?q={typed}");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        var json = answer.Json;
        var counted = json["counts"]!.AsArray().Where(static c => (int)c!["ranked"]! > 0).Select(static c => (string)c!["kind"]!);
        var found = json["items"]!.AsArray().Select(static item => (string)item!["kind"]!).Distinct(StringComparer.Ordinal);
        Assert.Equal(counted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        return [.. found.Order(StringComparer.Ordinal)];
    }
}
