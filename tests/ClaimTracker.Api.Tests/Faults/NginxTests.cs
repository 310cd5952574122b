using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>What clients get of the service behind a real nginx, with the settings of the guide for operators and with others.</summary>
[Collection(Processes.Name)]
public sealed class NginxTests(NginxDesk desk) : IClassFixture<NginxDesk>
{
    private const string ShortClaim = "/api/v1/claims/1";
    private const string LongClaim = "/api/v1/claims/2";

    private static readonly string[] Resources = [ShortClaim, LongClaim, "/api/v1/articles/1", "/api/v1/articles/1/text"];

    private static readonly string[] Paths =
    [
        .. Resources, "/api/v1/claims", "/api/v1/exports/verdicts.csv?state=draft", "/api/v1/exports/verdicts.jsonl?state=draft",
        "/openapi/v1.json", "/help/api",
    ];

    private static readonly string[] Codings = ["identity", "gzip", "br"];

    public static TheoryData<ProxyCompression> Ways => [.. Enum.GetValues<ProxyCompression>()];

    [NeedsTheory(NginxDesk.Program)]
    [MemberData(nameof(Ways))]
    public async Task Answers_are_those_of_the_service_in_every_coding(ProxyCompression way)
    {
        using var direct = desk.Direct();
        using var http = desk.Through(way);
        var used = new List<string>();
        foreach (var path in Paths)
        {
            var (_, plain) = await GetAsync(direct, path, "identity");
            foreach (var accepted in Codings)
            {
                var (answer, bytes) = await GetAsync(http, path, accepted);

                var coding = answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity";
                used.Add(coding);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.True(plain.AsSpan().SequenceEqual(Unpack(coding, bytes)), $"{path} in {coding} is another.");
            }
        }

        Assert.Equal(
            way == ProxyCompression.InsteadOfTheService ? "gzip, identity" : "br, gzip, identity",
            string.Join(", ", used.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    [NeedsTheory(NginxDesk.Program)]
    [MemberData(nameof(Ways))]
    public async Task The_tag_that_a_client_got_saves_it_the_transfer(ProxyCompression way)
    {
        using var http = desk.Through(way);
        foreach (var path in Resources)
        {
            foreach (var accepted in Codings)
            {
                var (first, _) = await GetAsync(http, path, accepted);

                var (again, bytes) = await GetAsync(http, path, accepted, first.Headers.ETag!.ToString());

                Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, bytes.Length));
            }
        }
    }

    [NeedsTheory(NginxDesk.Program)]
    [InlineData(ProxyCompression.AsTheGuideSays, false, false)]
    [InlineData(ProxyCompression.BesideTheService, true, false)] // The service leaves short answers to the proxy.
    [InlineData(ProxyCompression.InsteadOfTheService, true, true)]
    public async Task The_tag_that_a_client_got_edits_even_where_the_proxy_made_it_weak(
        ProxyCompression way, bool shortIsWeak, bool longIsWeak)
    {
        using var http = desk.Through(way);
        foreach (var (path, isWeak) in ((string, bool)[])[(ShortClaim, shortIsWeak), (LongClaim, longIsWeak)])
        {
            foreach (var accepted in Codings)
            {
                var (read, _) = await GetAsync(http, path, accepted);
                Assert.Equal(isWeak && accepted == "gzip", read.Headers.ETag!.IsWeak);
                var answer = await EditAsync(http, path, read);
                Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
            }
        }
    }

    [NeedsTheory(NginxDesk.Program)]
    [MemberData(nameof(Ways))]
    public async Task A_body_that_is_too_large_is_refused_by_the_service(ProxyCompression way)
    {
        var request = Refusals.Request(
            HttpMethod.Post, "/api/v1/claims", new byte[HttpLimits.RequestBodyBytes + 1], "application/json");

        var answer = await new ApiDriver(desk.Through(way)).SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType?.MediaType);
        Assert.Equal("/api/v1/claims", (string?)answer.Json["instance"]);
    }

    [Needs(NginxDesk.Program)]
    public async Task The_service_knows_who_asks_and_that_it_is_over_https()
    {
        var other = new NginxDesk();
        await other.InitializeAsync();
        try
        {
            var request = Refusals.Request(HttpMethod.Get, ShortClaim);
            request.Headers.Authorization = new("Bearer", "a-key-that-nobody-was-given");
            request.Headers.Add("X-Forwarded-For", "198.51.100.9, 203.0.113.7"); // As from a balancer on this machine.

            var answer = await new ApiDriver(other.Through(ProxyCompression.AsTheGuideSays)).SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
            await other.Service.StopAsync();
            var refused = Assert.Single(ServiceProcess.Lines(await other.Service.LogAsync(), "key_refused"));
            Assert.Equal("203.0.113.7", (string?)refused["address"]);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    private static Task<Answer> EditAsync(HttpClient http, string path, HttpResponseMessage read)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, path)
        {
            Content = new StringContent(
                new JsonObject { ["headline"] = $"After {read.Headers.ETag}" }.ToJsonString(),
                Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag!.ToString());
        return new ApiDriver(http).SendAsync(request);
    }

    private static async Task<(HttpResponseMessage Answer, byte[] Bytes)> GetAsync(
        HttpClient http, string path, string accepted, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        var answer = await http.SendAsync(request);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }

    private static byte[] Unpack(string coding, byte[] bytes)
    {
        using var packed = new MemoryStream(bytes);
        using Stream plain = coding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var read = new MemoryStream();
        plain.CopyTo(read);
        return read.ToArray();
    }
}
