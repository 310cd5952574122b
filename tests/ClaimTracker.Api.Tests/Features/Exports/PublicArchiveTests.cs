using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Archives;
using ClaimTracker.Api.Tests.Features.Imports;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>A public archive has what was published, and nothing else.</summary>
public sealed class PublicArchiveTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Secret = "canary";

    [Fact]
    public async Task What_was_not_published_and_who_works_here_is_in_no_line()
    {
        var checker = await host.AsAsync("checker", $"Person {Secret}");
        var draft = await host.Api.PostAsync("/articles", new { text = $"Our own draft {Secret} is long.", kind = "draft" });
        var published = await host.Api.PostAsync(
            "/articles", new { text = "The bridge cost 48 million.", kind = "published", url = "https://tidings.example/bridge" });
        var underWay = await host.Api.PostAsync(
            "/articles", new { text = $"Work under way {Secret}.", kind = "published", url = "https://tidings.example/way" });
        Assert.Equal(201, (int)underWay.Status);
        var claim = await checker.GivenClaimAsync();
        await host.Api.PutAsync($"/sentences/{published.Json["sentences"]![0]!["id"]}/claims/{claim}", new { });
        await host.Api.PutAsync($"/sentences/{draft.Json["sentences"]![0]!["id"]}/claims/{claim}", new { });
        await host.Api.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = $"https://{Secret}.example/1", title = $"Mole {Secret}", confidential = true },
            excerpt = $"Said in secret {Secret}.",
            stance = "supports",
        });
        await host.Api.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://open.example/2", reliabilityNote = $"Note {Secret}" },
            excerpt = "Said in the open.",
            note = $"Internal note {Secret}",
            stance = "supports",
        });
        await host.Api.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://hidden.example/3" },
            excerpt = $"Not public {Secret}.",
            stance = "context",
            @public = false,
        });
        await host.Api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = $"Between us {Secret}" });
        var verdict = await host.Api.GivenDraftAsync(claim, "True");
        await host.Api.PublishAsync(verdict);
        var other = await host.Api.GivenClaimAsync($"Not judged yet {Secret}.");
        await host.Api.GivenEvidenceAsync(other);
        await host.Api.GivenDraftAsync(other, "False");
        await host.Api.GivenAsync($"/claims/{claim}/verdicts", new { rating = "False", justification = $"Second thoughts {Secret}" });

        var archive = await Archives.ExportAsync(host.Api, isPublic: true);

        Assert.DoesNotContain(Secret, archive, StringComparison.Ordinal);
        Assert.DoesNotContain("Colleague", archive, StringComparison.Ordinal);
        Assert.DoesNotContain("admin (configured)", archive, StringComparison.Ordinal);
        var lines = Archives.LinesOf(archive).Select(static line => JsonNode.Parse(line)!).ToList();
        Assert.False((bool)lines[0]["manifest"]!["importable"]!);
        Assert.Null(lines[0]["manifest"]!["history"]);
        Assert.Equal(published.Id, (long)Assert.Single(Rows(lines, "articles"))["id"]!);
        var cited = (string)Assert.Single(Rows(lines, "verdict_evidence"))["cited"]!;
        Assert.Equal("Said in the open.", (string?)JsonNode.Parse(cited)!["excerpt"]);
        Assert.Equal("https://open.example/2", (string?)Assert.Single(Rows(lines, "sources"))["url"]);
        Assert.Single(Rows(lines, "verdicts"));
        Assert.Single(Rows(lines, "sentence_claims"));
        Assert.Equal(201, (int)draft.Status);
    }

    [Fact]
    public async Task Tables_that_are_left_out_are_tables_and_every_public_column_is_one()
    {
        var tables = await host.Db.ReadAsync(WholeTables.OfAsync, CancellationToken.None);

        var names = tables.All.Select(static table => table.Name).ToList();

        Assert.Empty(ArchiveWords.LeftOut.Keys.Except(names, StringComparer.Ordinal));
        Assert.All(PublicRows.Of(tables.All), static part => Assert.Empty(part.Columns.Except(part.Table.Columns, StringComparer.Ordinal)));
        Assert.Equal(17, PublicRows.Of(tables.All).Count);
    }

    [Fact]
    public async Task An_archive_that_the_client_has_is_not_made_again()
    {
        var first = await host.Api.GetAsync("/exports/archive.jsonl");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/exports/archive.jsonl");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.ETag);

        Assert.Equal(304, (int)(await host.Api.SendAsync(request)).Status);
        Assert.Equal("attachment; filename=\"claimtracker-archive-2026-03-03.jsonl\"", first.ContentHeaders.ContentDisposition!.ToString());
        Assert.True(first.Headers.Contains(Checkpoints.Header));
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Store.Folder, "work")));
    }

    private static List<JsonNode> Rows(IEnumerable<JsonNode> lines, string table) =>
        [.. lines.Where(line => (string?)line["table"] == table).Select(static line => line["row"]!)];
}
