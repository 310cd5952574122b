namespace ClaimTracker.Api.Web.Health;

/// <summary>What readiness is measured by.</summary>
/// <param name="DataFolder">The folder of the database; null where it is on a server.</param>
/// <param name="DiskFloorBytes">Less room than this on its disk is too little.</param>
/// <param name="Patience">How long a check waits for the database.</param>
internal sealed record ReadinessRules(string? DataFolder, long DiskFloorBytes, TimeSpan Patience);

/// <summary>Finds out whether the service can do its work, and if not, why.</summary>
internal sealed class Readiness(Db db, ReadinessRules rules, ServiceState state)
{
    public const string Ok = "ok";

    private const string ReadSql = "select id from rating_scales limit 1";

    // A transaction of the writer is what says no in SQLite; a standby of PostgreSQL lets one begin.
    private const string WriteOnSqlite = "select 'off'";
    private const string WriteOnPostgres = "select current_setting('transaction_read_only')";

    private readonly Lock _gate = new();
    private Task<IReadOnlyDictionary<string, string>>? _running;

    /// <summary>
    /// Each check by name: <see cref="Ok"/>, or a sentence. Callers that come while one looks share what it finds: a stranger cannot
    /// make work by asking often.
    /// </summary>
    public Task<IReadOnlyDictionary<string, string>> CheckAsync()
    {
        lock (_gate)
        {
            return _running is { IsCompleted: false } running ? running : _running = Task.Run(LookAsync);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> LookAsync()
    {
        var (reads, writes, disk) = (ReadsAsync(), WritesAsync(), DiskAsync());
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["service"] = state.Stopping ? "It is stopping." : Ok,
            ["reads"] = await reads,
            ["writes"] = await writes,
            ["history"] = state.History ?? Ok,
            ["disk"] = await disk,
        };
    }

    private Task<string> ReadsAsync() => WithinAsync("The database cannot be read", async () =>
    {
        using var patience = new CancellationTokenSource(rules.Patience); // Nobody waits for it longer.
        await db.ReadAsync(static tx => tx.AnyAsync(ReadSql), patience.Token);
        return Ok;
    });

    private Task<string> WritesAsync() => WithinAsync("The database cannot be written", async () =>
    {
        var readOnly = await db.WriteAsync(static tx => tx.FirstAsync<string>(tx.Dialect.Pick(WriteOnSqlite, WriteOnPostgres)));
        return readOnly == "on" ? "The database is read-only." : Ok;
    });

    // That of a server is the server's to watch.
    private Task<string> DiskAsync() => rules.DataFolder is { } folder
        ? WithinAsync("The data folder cannot be used", () => Task.FromResult(Disk(folder)))
        : Task.FromResult(Ok);

    private async Task<string> WithinAsync(string failed, Func<Task<string>> check)
    {
        try
        {
            return await Task.Run(check).WaitAsync(rules.Patience); // SQLite and the disk keep the thread that asks them.
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            return $"{failed}: it has not answered for {rules.Patience.TotalSeconds} seconds.";
        }
#pragma warning disable CA1031 // Whatever it is, the answer is that it does not work.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return DbErrors.Classify(failure) switch
            {
                DbError.DiskFull => $"{failed}: its disk is full.",
                DbError.Busy => $"{failed}: it is busy.",
                DbError.Damaged or DbError.NotFlushed or DbError.WritesStopped => $"{failed}: it is damaged, or its disk is.",
                DbError.Unreachable or DbError.OutcomeUnknown => $"{failed}: its server does not answer.",
                _ => $"{failed}: an operator has to look.",
            };
        }
    }

    private string Disk(string folder)
    {
        try
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            if (free < rules.DiskFloorBytes)
            {
                return $"The disk of the data folder has {free:N0} bytes left, of {rules.DiskFloorBytes:N0} that it should have.";
            }

            using var probe = new FileStream(
                Path.Combine(folder, ".probe"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            probe.WriteByte(0);
            return Ok;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "The data folder cannot be written.";
        }
    }
}
