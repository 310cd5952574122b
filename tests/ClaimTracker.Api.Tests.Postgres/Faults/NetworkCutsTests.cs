using System.Diagnostics;
using System.Globalization;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>
/// The network between the service and PostgreSQL fails in each way while clients write and read: as many rounds as CLAIMTRACKER_CUTS
/// says; one, if it says nothing.
/// </summary>
[Collection(Processes.Name)]
public sealed class NetworkCutsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int AnswersInFault = 100;
    private const int WritesAfterwards = 20;

    /// <summary>A request may wait for the one before it to give up, and try again itself, within the short limits of the wire.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private const string HalfWrittenSql = """
        select count(*)
        from claims c
        where not exists (select 1 from claim_tags t where t.claim_id = c.id)
            or not exists (select 1 from events e where e.subject = 'claim/' || c.id)
        """;

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_CUTS") ?? "1", CultureInfo.InvariantCulture);

    private static readonly WireFault[] Faults =
        [WireFault.Delay, WireFault.Halve, WireFault.Drop, WireFault.Hold, WireFault.Swallow];

    private PostgresStore _store = null!;
    private FaultyWire _wire = null!;

    [Fact]
    public async Task No_cut_of_the_network_loses_doubles_or_halves_a_write_and_none_needs_a_restart()
    {
        using var service = await ServiceProcess.ServeAsync(_wire.Store);
        await service.ReadyAsync();
        var clients = new CutOffClients(service.Driver(ApiHost.Key));
        var work = clients.RunAsync();
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var fault in Faults)
                {
                    await CutAsync(service, clients, fault);
                }
            }
        }
        finally
        {
            clients.Stop();
            await work;
        }

        output.WriteLine(
            $"{clients.Stored} writes, {clients.Again} of them sent again, {clients.Refusals} answers were 503; "
                + $"the slowest came after {clients.Slowest.TotalSeconds:0.0} s.");
        Assert.True(clients.Slowest < Longest, $"An answer took {clients.Slowest}.");
        clients.AssertKept(await ClaimsAsync());
        Assert.Equal("0", _store.Ask(HalfWrittenSql));
        Assert.Equal(0, await service.StopAsync());
        Assert.Equal(0, (await ServiceProcess.RunAsync(_store, adminKey: null, "verify")).Exit);
    }

    public async Task InitializeAsync()
    {
        if (TestEngine.Current.Missing is null)
        {
            _store = (PostgresStore)await TestEngine.Current.NewAsync();
            _wire = new FaultyWire(_store);
        }
    }

    public async Task DisposeAsync()
    {
        if (_store is not null)
        {
            await _wire.DisposeAsync();
            await _store.DisposeAsync();
        }
    }

    /// <summary>Breaks the wire until clients and probes have felt it, and mends it until all is well again.</summary>
    private async Task CutAsync(ServiceProcess service, CutOffClients clients, WireFault fault)
    {
        using var http = new HttpClient { BaseAddress = service.Address };
        var (answers, refusals) = (clients.Answers, clients.Refusals);
        _wire.Fault = fault;
        var broken = await UntilAsync(status => fault switch
        {
            WireFault.Delay => clients.Answers >= answers + AnswersInFault,
            WireFault.Halve or WireFault.Drop => clients.Answers >= answers + AnswersInFault && clients.Refusals > refusals,
            _ => status == HttpStatusCode.ServiceUnavailable && clients.Refusals > refusals,
        });
        _wire.Fault = WireFault.None;
        var goal = clients.Stored + WritesAfterwards;
        var ready = await UntilAsync(static status => status == HttpStatusCode.OK);
        var writing = await UntilAsync(_ => clients.Stored >= goal);
        output.WriteLine(
            $"{fault} for {broken.TotalSeconds:0.0} s; ready after {ready.TotalSeconds:0.0} s, writing after another "
                + $"{writing.TotalSeconds:0.0} s; {clients.Answers - answers} answers, {clients.Refusals - refusals} were 503.");

        // Each look asks the service something, and so waits for it.
        async Task<TimeSpan> UntilAsync(Func<HttpStatusCode, bool> isSo)
        {
            var began = Stopwatch.GetTimestamp();
            while (!isSo((await http.GetAsync(new Uri("/readyz", UriKind.Relative))).StatusCode))
            {
                Assert.False(clients.HaveEnded, "The clients have ended.");
                Assert.True(
                    Stopwatch.GetElapsedTime(began) < ServiceProcess.Patience,
                    $"{fault}: {clients.Answers - answers} answers, {clients.Refusals - refusals} were 503.");
            }

            return Stopwatch.GetElapsedTime(began);
        }
    }

    private async Task<IReadOnlyDictionary<long, string>> ClaimsAsync()
    {
        await using var db = _store.Database.OpenReadOnly();
        var claims = await db.ReadAsync(static tx => tx.ListAsync<ClaimRow>("select id, text from claims"), CancellationToken.None);
        return claims.ToDictionary(static claim => claim.Id, static claim => claim.Text);
    }

    private sealed record ClaimRow
    {
        public long Id { get; init; }

        public string Text { get; init; } = "";
    }
}
