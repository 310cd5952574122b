using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>
/// Requests for every route that were broken on the way, as many as CLAIMTRACKER_MUTATIONS says; 2,000, if it says nothing. Whatever
/// arrives is no fault of the service: it answers something else than 5xx, or hangs up, and goes on.
/// </summary>
public sealed partial class MutatedRequestsTests(SeededHost seeded, ITestOutputHelper output) : IClassFixture<SeededHost>
{
    private const int Clients = 64; // Most of them wait with a request that has no end.

    /// <summary>
    /// The service has nothing more to say when it says nothing for so long; then it is told that nothing more will come.
    /// </summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(0.5);

    private static readonly int Mutations = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_MUTATIONS") ?? "2000", CultureInfo.InvariantCulture);

    private readonly ApiHost _host = seeded.Host;

    [Fact]
    public async Task No_broken_request_is_answered_with_5xx_or_hangs_or_ends_the_service()
    {
        var (editor, admin) = await SendersAsync();
        var requests = GoodRequests(route => KeyOf(route.StartsWith("/api/v1/users", StringComparison.Ordinal) ? admin : editor));
        Assert.InRange(requests.Count, 50, 1_000);
        var statuses = new int[1_000];
        await Parallel.ForAsync(0, Mutations, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (number, _) =>
        {
            var sent = RawRequest.Mutated(requests[number % requests.Count], number);
            var answer = await ExchangeAsync(sent);
            foreach (var status in StatusLine().Matches(answer)
                .Select(static match => int.Parse(match.Groups["status"].Value, CultureInfo.InvariantCulture)))
            {
                Interlocked.Increment(ref statuses[status]);
                Assert.True(
                    status is < 500 or 505,
                    $"Mutation {number} was answered with {status}:\n{Encoding.Latin1.GetString(sent)}\n\n{answer}");
            }
        });

        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/claims")).Status);
        Assert.Equal(HttpStatusCode.Created, (await editor.PostAsync("/claims", new { text = "It goes on." })).Status);
        var counts = statuses.Select(static (count, status) => (count, status))
            .Where(static s => s.count > 0)
            .Select(static s => $"{s.status} x {s.count}");
        output.WriteLine($"{Mutations} requests: {string.Join(", ", counts)}");
        Assert.All((int[])[200, 201, 400, 404], status => Assert.NotEqual(0, statuses[status])); // They went far enough to be understood.
    }

    // The first users and keys are removed in what follows: these have numbers that no request names.
    private async Task<(ApiDriver Editor, ApiDriver Admin)> SendersAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            await _host.Api.GivenAsync("/users", new { name = $"Bystander {i}", role = "reader" });
        }

        return (await _host.AsAsync("editor", "Sender"), await _host.AsAsync("admin", "Sender of users"));
    }

    private static string KeyOf(ApiDriver sender) => sender.Http.DefaultRequestHeaders.Authorization!.Parameter!;

    private List<byte[]> GoodRequests(Func<string, string> key)
    {
        var requests = new List<byte[]>();
        foreach (var endpoint in EndpointTypes.All)
        {
            var route = _host.Route(endpoint.Name);
            var body = GoodBodies.Of(endpoint);
            requests.Add(RawRequest.Of(key(route.Path), route.Method.Method, route.Address(), body, "application/json", chunked: false));
            if (body is not null)
            {
                requests.Add(RawRequest.Of(key(route.Path), route.Method.Method, route.Address(), body, "application/json", chunked: true));
            }
        }

        requests.Add(
            RawRequest.Of(key(""), "POST", "/api/v1/articles?title=A", "It rained. The mayor spoke.", "text/plain", chunked: false));
        requests.Add(RawRequest.Of(
            key(""), "POST", "/api/v1/articles?title=B", "<h1>It rained.</h1><p>The mayor spoke.</p>", "text/html", chunked: true));
        requests.Add(RawRequest.Of(
            key(""), "POST", "/api/v1/claims/bulk", "{\"text\":\"A\"}\n{\"text\":\"B\",\"tags\":[\"c\"]}\n",
            "application/x-ndjson", chunked: true));
        requests.Add(
            RawRequest.Of(key(""), "GET", "/api/v1/claims?q=bridge&sort=text&limit=2&count=true&tag=a", body: null, "", chunked: false));
        return requests;
    }

    /// <summary>Sends the bytes and nothing more, and reads until the service hangs up: it must, when there is no more to come.</summary>
    private async Task<string> ExchangeAsync(byte[] request)
    {
        using var patience = new CancellationTokenSource(ServiceProcess.Patience);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _host.Stranger.BaseAddress!.Port, patience.Token);
        var answer = new StringBuilder();
        var buffer = new byte[64 * 1024];
        try
        {
            for (var sent = 0; sent < request.Length;)
            {
                sent += await socket.SendAsync(request.AsMemory(sent), patience.Token);
            }

            for (var (read, ended) = (1, false); read > 0;)
            {
                using var silence = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
                silence.CancelAfter(ended ? ServiceProcess.Patience : Silence);
                try
                {
                    read = await socket.ReceiveAsync(buffer, silence.Token);
                    answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
                }
                catch (OperationCanceledException) when (!ended)
                {
                    socket.Shutdown(SocketShutdown.Send);
                    ended = true;
                }
            }
        }
        catch (SocketException)
        {
            // It hung up while there was more to read. What it said before counts.
        }

        return answer.ToString();
    }

    [GeneratedRegex("HTTP/1\\.1 (?<status>[0-9]{3})", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex StatusLine();
}
