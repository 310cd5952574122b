using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Changes;

/// <summary>Changes as they happen, over a connection that stays open.</summary>
public sealed class ChangeStreamsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // More than the buffers of both ends hold.
    private const string ManyEventsSql = """
        with recursive
            numbers(n) as (select 1 union all select n + 1 from numbers where n < 60000),
            last(seq, hash) as (select seq, hash from events order by seq desc limit 1)
        insert into events (seq, at, actor, kind, subject, body, salt, prev, hash)
        select
            last.seq + n,
            '2026-03-03T12:00:00Z',
            'Ines',
            'claim.edited',
            'claim/1',
            '{}',
            '',
            case when n = 1 then last.hash else 'of event ' || (n - 1) end,
            'of event ' || n
        from last, numbers
        order by n
        """;

    [Fact]
    public async Task A_change_reaches_an_open_stream_with_its_number_its_kind_and_its_address()
    {
        using var stream = await OpenAsync($"/changes?after={await HeadAsync()}&kinds=claim");
        var claim = await host.Api.GivenClaimAsync();

        var told = await stream.NextAsync();

        Assert.Equal(("claim.created", $"/api/v1/claims/{claim}"), (told.Event, (string)told.Data["address"]!));
        Assert.Equal((long)told.Data["seq"]!, told.Id);
    }

    [Fact]
    public async Task Two_hundred_streams_are_told_of_each_change()
    {
        var head = await HeadAsync();
        var streams = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => OpenAsync($"/changes?after={head}&kinds=claim.created")));

        var claims = new List<long>();
        foreach (var number in Enumerable.Range(1, 5))
        {
            claims.Add(await host.Api.GivenClaimAsync($"The bridge has {number} lanes."));
        }

        foreach (var stream in streams)
        {
            foreach (var claim in claims)
            {
                Assert.Equal($"claim/{claim}", (string)(await stream.NextAsync()).Data["subject"]!);
            }

            stream.Dispose();
        }
    }

    [Fact]
    public async Task A_client_that_was_cut_off_goes_on_where_it_was()
    {
        var head = await HeadAsync();
        var (first, second) = (await host.Api.GivenClaimAsync("One."), await host.Api.GivenClaimAsync("Two."));
        long seen;
        using (var stream = await OpenAsync($"/changes?after={head}"))
        {
            var told = await stream.NextAsync();
            Assert.Equal($"claim/{first}", (string)told.Data["subject"]!);
            seen = told.Id;
        }

        using var again = await OpenAsync($"/changes?after={head}", seen.ToString(CultureInfo.InvariantCulture));

        Assert.Equal($"claim/{second}", (string)(await again.NextAsync()).Data["subject"]!);
    }

    [Fact]
    public async Task A_stream_without_changes_says_where_it_is()
    {
        var head = await HeadAsync();
        await host.Api.GivenClaimAsync();
        using var stream = await OpenAsync($"/changes?after={head}&kinds=verdict.published");

        Assert.Equal(head + 1, await stream.NextPlaceAsync());
    }

    [Fact]
    public async Task A_stream_ends_when_its_key_is_revoked()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Of a stream", role = "reader" });
        var key = await host.Api.PostAsync($"/users/{user}/keys", new { label = "stream" });
        using var stream = await OpenAsync("/changes", api: host.With((string)key.Json["key"]!));

        await host.Api.DeleteAsync($"/users/{user}/keys/{key.Id}");
        await host.Api.GivenClaimAsync();

        await stream.ReadToEndAsync();
    }

    [Fact]
    public async Task A_stream_ends_after_an_hour_so_that_a_token_is_looked_at_again()
    {
        using var stream = await OpenAsync($"/changes?after={await HeadAsync()}");
        host.Time.Advance(TimeSpan.FromHours(1));

        await stream.ReadToEndAsync();
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off()
    {
        var own = new ApiHost();
        await own.InitializeAsync();
        await own.WritePastTheHistoryAsync(ManyEventsSql, new { });
        using var slow = new TcpClient { ReceiveBufferSize = 4_096 };
        await slow.ConnectAsync(own.Stranger.BaseAddress!.Host, own.Stranger.BaseAddress.Port);
        var request = "GET /api/v1/changes HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
            + $"Authorization: Bearer {ApiHost.Key}\r\n\r\n";
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));

        Assert.True(await IsResetAsync(own, slow));
        await own.DisposeAsync();
    }

    [Theory]
    [InlineData("first")]
    [InlineData("-1")]
    [InlineData("9223372036854775807")]
    public async Task A_last_event_that_never_was_is_refused(string id)
    {
        var answer = await host.Api.SendAsync(Request("/changes", id));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("must be ", answer.Error("Last-Event-ID") ?? answer.Error("after"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_a_stream_and_an_end()
    {
        var request = Request("/changes", lastEventId: null);
        request.Method = HttpMethod.Head;

        var answer = await host.Api.SendAsync(request);

        Assert.Equal("text/event-stream", answer.ContentHeaders.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static HttpRequestMessage Request(string path, string? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        return request;
    }

    // What it sends is never read, but a connection that the other side has reset takes no more.
    private static async Task<bool> IsResetAsync(ApiHost host, TcpClient client)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                host.Time.Advance(TimeSpan.FromSeconds(1));
                await client.GetStream().WriteAsync("\r\n"u8.ToArray(), patience.Token);
                await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
            }
        }
        catch (IOException)
        {
            return true;
        }
    }

    private async Task<OpenStream> OpenAsync(string path, string? lastEventId = null, ApiDriver? api = null)
    {
        var response = await (api ?? host.Api).Http.SendAsync(Request(path, lastEventId), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new OpenStream(host, response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    private async Task<long> HeadAsync() => (long)(await host.Api.GetAsync("/changes?limit=1")).Json["head"]!;
}
