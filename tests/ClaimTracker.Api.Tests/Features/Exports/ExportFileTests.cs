using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>A file that a client has already is not sent again.</summary>
public sealed class ExportFileTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("/exports/verdicts.csv")]
    [InlineData("/exports/verdicts.jsonl?state=draft")]
    public async Task A_file_has_a_weak_tag_that_holds_until_something_changes(string path)
    {
        var claim = await host.Api.GivenClaimAsync();
        await host.Api.GivenEvidenceAsync(claim);
        var verdict = await host.Api.GivenDraftAsync(claim, "True");
        var first = await host.Api.GetAsync(path);

        var again = await AskAsync(host.Api, path, first.ETag);
        await host.Api.PublishAsync(verdict);
        var changed = await AskAsync(host.Api, path, first.ETag);

        Assert.Matches("^W/\"[0-9a-f]{32}\"$", first.ETag);
        Assert.Equal((HttpStatusCode.NotModified, "", first.ETag), (again.Status, again.Text, again.ETag));
        Assert.True(again.Headers.CacheControl?.NoStore);
        Assert.Contains("Accept-Encoding", again.Headers.Vary, StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.NotEqual(first.ETag, changed.ETag, StringComparer.Ordinal);
        Assert.Equal((await host.Api.GetAsync(path)).Text, changed.Text);
    }

    [Fact]
    public async Task Another_filter_another_reader_and_another_day_have_another_tag()
    {
        var reader = await host.AsAsync("reader", "Reader of files");
        var tag = (await host.Api.GetAsync("/exports/verdicts.csv")).ETag;

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(host.Api, "/exports/verdicts.csv?tag=ferry", tag)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(host.Api, "/exports/verdicts.jsonl", tag)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(reader, "/exports/verdicts.csv", tag)).Status);

        host.Time.Advance(TimeSpan.FromDays(1)); // What is due for review is another.
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(host.Api, "/exports/verdicts.csv", tag)).Status);
    }

    [Fact]
    public async Task HEAD_asks_whether_there_is_something_new()
    {
        var tag = (await host.Api.GetAsync("/exports/verdicts.csv")).ETag;
        var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/exports/verdicts.csv");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);

        var known = await host.Api.SendAsync(request);
        var head = await host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/exports/verdicts.csv"));

        Assert.Equal((HttpStatusCode.NotModified, tag), (known.Status, known.ETag));
        Assert.Equal((HttpStatusCode.OK, tag, ""), (head.Status, head.ETag, head.Text));
    }

    private static Task<Answer> AskAsync(ApiDriver api, string path, string ifNoneMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return api.SendAsync(request);
    }
}
