using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>The system calls of the service, while clients write: 200 writes, or as many as CLAIMTRACKER_TRACED says.</summary>
[Collection(Processes.Name)]
public sealed partial class AckAfterFlushTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 4;

    private static readonly int Writes = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_TRACED") ?? "200", CultureInfo.InvariantCulture);

    private readonly string _trace = Path.GetTempFileName();

    [Needs("strace")]
    public async Task Every_write_is_answered_after_the_WAL_that_has_it_was_flushed()
    {
        await using var store = await TestEngine.Current.NewAsync();

        // Its pages whole, and the files by name. The service is the process that was started, and strace is beside it.
        string[] traced =
        [
            "strace", "-D", "-f", "-qq", "-y", "--seccomp-bpf", "-s", "5000", "-o", _trace, "-e",
            "trace=pwrite64,fsync,fdatasync,sendmsg,sendto,write,writev",
        ];
        var ledger = new Ledger();
        using (var service = await ServiceProcess.ServeUnderAsync(traced, store, ServiceProcess.Silent))
        {
            await ledger.WriteUntilAsync(service.Driver(ApiHost.Key), Clients, _ => ledger.Acknowledged >= Writes);
            Assert.Equal(0, await service.StopAsync());
        }

        var (answered, early) = Read();
        output.WriteLine($"{answered} writes were answered, {early} before the WAL was flushed.");
        Assert.Equal(ledger.Acknowledged, answered);
        Assert.Equal(0, early);
    }

    public void Dispose() => File.Delete(_trace);

    // A claim goes into the WAL, then a flush of the WAL begins, then it ends well, then the answer with the claim is sent.
    private (int Answered, int Early) Read()
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        var flushed = new HashSet<string>(StringComparer.Ordinal);
        var flushing = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var (answered, early) = (0, 0);
        foreach (var line in File.ReadLines(_trace))
        {
            var process = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            if (line.Contains("sync(", StringComparison.Ordinal) && line.Contains("claimtracker.db-wal>", StringComparison.Ordinal))
            {
                flushing[process] = [.. written];
            }

            if (line.EndsWith("= 0", StringComparison.Ordinal)
                && line.Contains("sync", StringComparison.Ordinal)
                && flushing.Remove(process, out var safe))
            {
                flushed.UnionWith(safe);
                written.ExceptWith(safe);
            }
            else if (line.Contains("pwrite64(", StringComparison.Ordinal)
                && line.Contains("claimtracker.db-wal>", StringComparison.Ordinal))
            {
                written.UnionWith(Statements(line).Where(statement => !flushed.Contains(statement)));
            }
            else if (line.Contains("HTTP/1.1 201", StringComparison.Ordinal))
            {
                var statement = Statements(line).First();
                answered++;
                early += flushed.Contains(statement) ? 0 : 1;
            }
        }

        return (answered, early);
    }

    private static IEnumerable<string> Statements(string line) => Statement().Matches(line).Select(static match => match.Value);

    [GeneratedRegex("Statement [0-9]+ of the ledger", RegexOptions.None, 10_000)]
    private static partial Regex Statement();
}
