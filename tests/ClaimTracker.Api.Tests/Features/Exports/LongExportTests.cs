using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>Exports of more rows than are read at once: what is read of the list, by the statements that run.</summary>
public sealed class LongExportTests(ApiHost host) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private const int Rows = 12_000;
    private const int RowsOfGroup = 1_000;

    /// <summary>The file is more than the buffers between a server and a client hold, which are 4 MB each at most.</summary>
    private const int Note = 2_500;

    private const string Sql = """
        with recursive n (i) as (select 1 union all select i + 1 from n where i < @Rows)
        insert into sources (title, title_key, reliability_note, medium, kind, created_by, created_at, updated_at)
        select 'Source ' || i, 'source ' || i, @Note, 'pdf', 'primary', 'test', @At, @At
        from n
        """;

    public async Task InitializeAsync()
    {
        if (TestEngine.Current.Missing is null && (await host.Api.GetAsync("/sources?limit=1")).Items is [])
        {
            await host.WritePastTheHistoryAsync(Sql, new { Rows, Note = new string('n', Note), At = host.Time.GetUtcNow() });
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("xlsx")]
    public async Task HEAD_has_the_headers_of_a_file_and_reads_no_more_than_its_beginning(string form)
    {
        var ofAll = await CountAsync(() => SendAsync(HttpMethod.Get, $"sources.{form}"));
        HttpResponseMessage? head = null;

        var ofHead = await CountAsync(async () => head = await SendAsync(HttpMethod.Head, $"sources.{form}"));

        Assert.True(ofAll > Rows / RowsOfGroup && ofHead < ofAll / 2, $"{ofHead} of {ofAll} statements have run."); // It may read ahead.
        Assert.Empty(await head!.Content.ReadAsByteArrayAsync());
        using var whole = await SendAsync(HttpMethod.Get, $"sources.{form}");
        Assert.Equal(
            (HttpStatusCode.OK, Type(whole), whole.Content.Headers.ContentDisposition?.FileName, whole.Headers.ETag),
            (head.StatusCode, Type(head), head.Content.Headers.ContentDisposition?.FileName, head.Headers.ETag));
        Assert.Single(head.Headers.GetValues("Claimtracker-Checkpoint")); // Signed anew for each file.
        head.Dispose();
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task The_first_bytes_come_before_the_list_has_been_read_and_it_is_read_as_fast_as_the_client_does(string form)
    {
        var ofAll = await CountAsync(() => SendAsync(HttpMethod.Get, $"sources.{form}"));
        var before = host.Db.Statements;

        using var client = StallingClient();
        using var answer = await client.GetAsync(
            new Uri($"/api/v1/exports/sources.{form}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var first = new byte[1];
        await body.ReadExactlyAsync(first);
        var ofFirst = host.Db.Statements - before; // However long one waits here, it gets no further: nobody takes the rest.

        Assert.True(ofFirst < ofAll - 1, $"{ofFirst} of {ofAll} statements have run.");
        using var rest = new StreamReader(body);
        Assert.Equal(Rows + (form == "csv" ? 1 : 0), (await rest.ReadToEndAsync()).Count(static c => c == '\n'));
    }

    private static MediaTypeHeaderValue? Type(HttpResponseMessage answer) => answer.Content.Headers.ContentType;

    // Reads what is asked of it, and keeps little more.
    private HttpClient StallingClient()
    {
        var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = static async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 16 * 1024 };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = host.Stranger.BaseAddress,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiHost.Key);
        return http;
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string file) =>
        host.Api.Http.SendAsync(new HttpRequestMessage(method, new Uri("/api/v1/exports/" + file, UriKind.Relative)));

    // The first request finds what the second need not read again.
    private async Task<long> CountAsync<T>(Func<Task<T>> request)
    {
        await request();
        var before = host.Db.Statements;
        await request();
        return host.Db.Statements - before;
    }
}
