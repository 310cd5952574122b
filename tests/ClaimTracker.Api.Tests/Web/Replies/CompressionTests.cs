using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Replies;

public sealed class CompressionTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("The harbour bridge cost 48 million dollars.", 60));

    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string, string> Codings => new()
    {
        { "br", "br" }, { "gzip", "gzip" }, { "gzip, deflate, br", "br" }, { "br;q=0.1, gzip", "gzip" }, { "*", "br" },
    };

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_client_gets_the_same_text_in_the_coding_that_it_accepts(string accepted, string coding)
    {
        var article = (await _host.Api.GivenArticleAsync(Long + " " + accepted)).Id;
        var plain = await _host.Api.GetAsync($"/articles/{article}");

        var (packed, bytes) = await AskAsync($"/api/v1/articles/{article}", accepted);

        Assert.Equal(coding, Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.Equal(plain.Text, Unpack(coding, bytes));
        Assert.True(bytes.Length < plain.Text.Length / 2, $"{bytes.Length} bytes of {plain.Text.Length}");
        Assert.Contains("Accept-Encoding", packed.Headers.Vary, StringComparer.Ordinal);
        Assert.Contains("Authorization", packed.Headers.Vary, StringComparer.Ordinal);
        Assert.Empty(plain.ContentHeaders.ContentEncoding);
        Assert.Contains("Accept-Encoding", plain.Headers.Vary, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/help/api")]
    [InlineData("/api/v1/exports/verdicts.csv")]
    [InlineData("/api/v1/exports/verdicts.jsonl?state=draft")]
    public async Task So_do_readers_of_documents_pages_and_exports(string path)
    {
        var plain = await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        var (packed, bytes) = await AskAsync(path, "br");

        Assert.Equal("br", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.Equal(plain.Text, Unpack("br", bytes));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Each_coding_has_its_own_strong_tag_and_any_of_them_reads_and_edits(string coding)
    {
        var article = (await _host.Api.GivenArticleAsync(Long + " tagged " + coding)).Id;
        var claim = await _host.Api.GivenClaimAsync(Long[..1500] + coding);
        var plain = (await _host.Api.GetAsync($"/claims/{claim}")).ETag;

        var tag = (await AskAsync($"/api/v1/claims/{claim}", coding)).Answer.Headers.ETag!.ToString();
        Assert.Equal($"{plain[..^1]}-{coding}\"", tag);

        foreach (var accepted in (string[])[coding, "identity"])
        {
            var (again, bytes) = await AskAsync($"/api/v1/claims/{claim}", accepted, ifNoneMatch: tag);
            Assert.Equal((HttpStatusCode.NotModified, tag, 0), (again.StatusCode, again.Headers.ETag!.ToString(), bytes.Length));
            Assert.Contains("Accept-Encoding", again.Headers.Vary, StringComparer.Ordinal);
        }

        var edited = await _host.Api.PatchAsync($"/claims/{claim}", new { headline = "As read compressed" }, tag);
        var stale = await _host.Api.PatchAsync($"/claims/{claim}", new { headline = "Once more" }, tag);
        var text = (await AskAsync($"/api/v1/articles/{article}/text", coding)).Answer.Headers.ETag!.ToString();
        var revised = await _host.Api.PutAsync($"/articles/{article}/text", new { text = Long }, text);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (edited.Status, stale.Status));
        Assert.EndsWith($"-{coding}\"", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, revised.Status);
    }

    [Fact]
    public async Task A_tag_that_a_proxy_made_weak_edits_what_it_names()
    {
        var tag = (await _host.Api.GetAsync("/claims/1")).ETag;

        var answer = await _host.Api.PatchAsync("/claims/1", new { headline = "Through a proxy" }, "W/" + tag);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_new_key_an_error_and_a_short_answer_are_sent_as_they_are()
    {
        var user = await _host.Api.GivenAsync("/users", new { name = "Samira", role = "reader" });
        var label = new string('l', 100);
        HttpRequestMessage[] requests =
        [
            new(HttpMethod.Post, $"/api/v1/users/{user}/keys") { Content = JsonContent.Create(new { label }) },
            new(HttpMethod.Get, "/api/v1/claims?" + string.Join('&', Enumerable.Range(0, 90).Select(static i => $"unknown-key-{i}=1"))),
            new(HttpMethod.Get, "/healthz"),
        ];
        foreach (var request in requests)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
            var answer = await _host.Api.SendAsync(request);
            Assert.Empty(answer.ContentHeaders.ContentEncoding);
            Assert.True(answer.Text is ['{', ..] or "ok\n", answer.Text);
        }
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET()
    {
        var article = (await _host.Api.GivenArticleAsync(Long + " Once more.")).Id;
        var (get, _) = await AskAsync($"/api/v1/articles/{article}", "gzip");

        var (head, bytes) = await AskAsync($"/api/v1/articles/{article}", "gzip", method: HttpMethod.Head);

        Assert.Empty(bytes);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
        Assert.Equal(get.Headers.Vary, head.Headers.Vary);
    }

    private static string Unpack(string coding, byte[] bytes)
    {
        using var packed = new MemoryStream(bytes);
        using Stream plain = coding == "br"
            ? new BrotliStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private async Task<(HttpResponseMessage Answer, byte[] Bytes)> AskAsync(
        string address, string accepted, string? ifNoneMatch = null, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        var answer = await _host.Api.Http.SendAsync(request);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }
}
