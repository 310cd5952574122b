namespace ClaimTracker.Api.Web.Health;

/// <summary>What readiness is measured by.</summary>
/// <param name="DataPath">The folder of the database; null where it is on a server.</param>
/// <param name="DiskFloorBytes">Less room than this on its disk is too little.</param>
/// <param name="Patience">How long a check waits for the database.</param>
internal sealed record ReadinessRules(string? DataPath, long DiskFloorBytes, TimeSpan Patience);

/// <summary>Finds out whether the service can do its work, and if not, why.</summary>
internal sealed class Readiness
{
    private const string ReadSql = "select id from rating_scales limit 1";

    // A transaction of the writer is what says no in SQLite; a standby of PostgreSQL lets one begin.
    private const string WriteOnSqlite = "select 'off'";
    private const string WriteOnPostgres = "select current_setting('transaction_read_only')";

    private readonly Db _db;
    private readonly ReadinessRules _rules;

    public Readiness(Db db, ReadinessRules rules, ServiceState state)
    {
        (_db, _rules) = (db, rules);
        Running = new(() => Task.FromResult(state.Stopping ? "The service is stopping." : null));
        Reads = new(ReadsAsync);
        Writes = new(WritesAsync);
        History = new(() => Task.FromResult(state.History));
        Disk = new(DiskAsync);
    }

    /// <summary>Whether the service takes requests, and is not stopping.</summary>
    public SharedCheck Running { get; }

    /// <summary>Whether the database can be read.</summary>
    public SharedCheck Reads { get; }

    /// <summary>Whether the database can be written.</summary>
    public SharedCheck Writes { get; }

    /// <summary>Whether the history can be relied on.</summary>
    public SharedCheck History { get; }

    /// <summary>Whether the data folder can be written and has room left. The disk of a server is the server's to watch.</summary>
    public SharedCheck Disk { get; }

    private Task<string?> ReadsAsync() => WithinAsync("The database cannot be read", async () =>
    {
        using var patience = new CancellationTokenSource(_rules.Patience); // Nobody waits for it longer.
        await _db.ReadAsync(static tx => tx.AnyAsync(ReadSql), patience.Token);
        return null;
    });

    private Task<string?> WritesAsync() => WithinAsync("The database cannot be written", async () =>
    {
        var readOnly = await _db.WriteAsync(static tx => tx.FirstAsync<string>(tx.Dialect.Pick(WriteOnSqlite, WriteOnPostgres)));
        return readOnly == "on" ? "The database is read-only." : null;
    });

    private Task<string?> DiskAsync() => _rules.DataPath is { } folder
        ? WithinAsync("The data folder cannot be used", () => Task.FromResult(LookAtDisk(folder)))
        : Task.FromResult<string?>(null);

    private async Task<string?> WithinAsync(string failed, Func<Task<string?>> check)
    {
        try
        {
            return await Task.Run(check).WaitAsync(_rules.Patience); // SQLite and the disk keep the thread that asks them.
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            return $"{failed}: it has not answered for {_rules.Patience.TotalSeconds} seconds.";
        }
#pragma warning disable CA1031 // Whatever it is, the answer is that it does not work.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return DbErrors.Classify(failure) switch
            {
                DbError.DiskFull => $"{failed}: its disk is full.",
                DbError.Busy => $"{failed}: it is busy.",
                DbError.FilesLost => $"{failed}: its files were taken away.",
                DbError.Damaged or DbError.NotFlushed or DbError.WritesStopped => $"{failed}: it is damaged, or its disk is.",
                DbError.Unreachable or DbError.OutcomeUnknown => $"{failed}: its server does not answer.",
                _ => $"{failed}: an operator must look into it.",
            };
        }
    }

    private string? LookAtDisk(string folder)
    {
        try
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            if (free < _rules.DiskFloorBytes)
            {
                return $"The disk of the data folder has {free:N0} bytes left, and should have {_rules.DiskFloorBytes:N0}.";
            }

            using var probe = new FileStream(
                Path.Combine(folder, ".probe"),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 0,
                FileOptions.DeleteOnClose);
            probe.WriteByte(0);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "The data folder cannot be written.";
        }
    }
}
