using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Feeds;

/// <summary>Published verdicts as feeds, as readers of feeds get them.</summary>
public sealed class VerdictFeedTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_correction_updates_its_entry_and_comes_first_and_a_retraction_stays()
    {
        var first = await GivenAsync("Fed first.", "fed");
        var second = await GivenAsync("Fed second.", "fed");
        var ids = await IdsAsync("fed");
        host.Time.Advance(TimeSpan.FromHours(1));
        await _api.GivenCorrectionAsync(
            first, new { kind = "update", reason = "R", publicText = "New <figures>.", rating = "True", justification = "J" });
        host.Time.Advance(TimeSpan.FromHours(1));
        await _api.MoveAsync(second, "retract", new { reason = "Gone wrong." });

        var feed = XDocument.Parse((await _api.GetAsync("/feeds/verdicts.atom?tag=fed")).Text).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();
        var json = (await _api.GetAsync("/feeds/verdicts.json?tag=fed")).Json;
        var data = (await _api.GetAsync("/feeds/verdicts.jsonld?tag=fed")).Json;

        Assert.Equal(ids.Order(StringComparer.Ordinal), entries.Select(e =>
            e.Element(Atom + "id")!.Value).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(["Retracted: Fed second.", "Corrected: Fed first."], entries.Select(
            e => e.Element(Atom + "title")!.Value), StringComparer.Ordinal);
        Assert.Equal(["2026-03-03T14:00:00Z", "2026-03-03T13:00:00Z"], entries.Select(
            e => e.Element(Atom + "updated")!.Value), StringComparer.Ordinal);
        Assert.Equal("2026-03-03T14:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Contains("New &lt;figures&gt;.", entries[1].Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Equal("https://jsonfeed.org/version/1.1", (string)json["version"]!);
        Assert.Equal(["Retracted: Fed second.", "Corrected: Fed first."], json["items"]!.AsArray()
            .Select(i => (string)i!["title"]!), StringComparer.Ordinal);
        Assert.Equal(entries.Select(e =>
            e.Element(Atom + "id")!.Value), json["items"]!.AsArray().Select(i => (string)i!["id"]!), StringComparer.Ordinal);
        Assert.Equal("DataFeed", (string)data["@type"]!);
        Assert.Equal("Retracted", (string)data["dataFeedElement"]![0]!["item"]![0]!["creativeWorkStatus"]!);
    }

    [Fact]
    public async Task A_feed_is_not_sent_again_until_something_changes()
    {
        await GivenAsync("Known.", "known");
        var known = await _api.GetAsync("/feeds/verdicts.atom?tag=known");
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/feeds/verdicts.atom?tag=known");
        request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);

        Assert.Equal(HttpStatusCode.NotModified, (await _api.SendAsync(request)).Status);
        Assert.Equal("application/atom+xml", known.ContentHeaders.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_feed_has_500_entries_at_most()
    {
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/feeds/verdicts.json?limit={Limits.FeedEntries}")).Status);
        Assert.NotNull((await _api.GetAsync($"/feeds/verdicts.json?limit={Limits.FeedEntries + 1}")).Error("limit"));
    }

    [Fact]
    public async Task No_draft_is_in_a_feed_whoever_asks()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Drafted.", tags = new[] { "drafted" } });
        await _api.GivenEvidenceAsync(claim);
        await _api.GivenDraftAsync(claim, "False");

        Assert.Empty((await _api.GetAsync("/feeds/verdicts.json?tag=drafted&state=draft")).Json["items"]!.AsArray());
        Assert.Empty((await _api.GetAsync("/feeds/verdicts.json?tag=drafted")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task An_empty_feed_is_a_feed()
    {
        var feed = XDocument.Parse((await _api.GetAsync("/feeds/verdicts.atom?tag=nothing")).Text).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.Equal("[]", (await _api.GetAsync("/feeds/verdicts.json?tag=nothing")).Json["items"]!.ToJsonString());
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string tag) =>
        [.. (await _api.GetAsync($"/feeds/verdicts.json?tag={tag}")).Json["items"]!.AsArray().Select(static item => (string)item!["id"]!)];

    private async Task<long> GivenAsync(string text, string tag) =>
        await _api.GivenPublishedAsync(await _api.GivenAsync("/claims", new { text, tags = new[] { tag } }), "False");
}
