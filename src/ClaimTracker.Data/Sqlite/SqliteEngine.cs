using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimTracker.Data.Sqlite;

/// <summary>SQLite: many readers, and one connection that writes.</summary>
internal sealed class SqliteEngine : Engine
{
    /// <summary>Pages in the WAL from which on it is folded into the file: SQLite's own number.</summary>
    private const int PagesToFold = 1000;

    private const int PagesWritten = 9; // SQLITE_DBSTATUS_CACHE_WRITE: in WAL mode, pages written to the WAL.

    private const string ReturningId = "returning id";

    /// <summary>Inserts without these words, by reference: those that are constants stay.</summary>
    private readonly ConditionalWeakTable<string, string> _silent = [];

    private readonly PreparingConnection? _writer;
    private readonly OpenFiles? _files;
    private readonly SqliteReaders _readers;
    private readonly CommitWatch? _watch;
    private Erased _erased;

    /// <param name="file">The database file.</param>
    /// <param name="readOnly">Whether nothing is written: then the file is opened for reading alone.</param>
    public SqliteEngine(string file, bool readOnly = false)
    {
        _readers = new SqliteReaders(file);
        if (readOnly)
        {
            return;
        }

        _writer = SqliteConnections.OpenWriter(file);
        try
        {
            // After a flush that failed the kernel takes pages of the WAL for written that are not on the disk, and what is
            // appended behind such a hole is lost with it. So nothing is ever appended to the WAL of an earlier process.
            SqliteConnections.Fold(_writer.Inner);
            _files = new OpenFiles(file);
            _watch = new CommitWatch(file);
        }
        catch
        {
            _watch?.Dispose();
            _writer.Dispose();
            throw;
        }
    }

    public override Dialect Dialect => Dialect.Sqlite;

    public override async Task<Session> BeginReadAsync(bool inOneState, CancellationToken cancellation)
    {
        var lease = await _readers.RentAsync(cancellation);
        try
        {
            return new Session(lease.Connection, inOneState ? lease.Connection.BeginRead() : null, lease);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    public override Task<Session> BeginWriteAsync()
    {
        if (_writer is null)
        {
            throw new InvalidOperationException("The database was opened to be read.");
        }

        RequireFiles();
        return Task.FromResult(new Session(_writer, _writer.BeginWrite()));
    }

    public override long? Stamp() => _watch?.Read();

    public override void RequireFiles() => _files?.Require();

    /// <summary>
    /// SQLite runs a <c>returning</c> as a trigger: for that it copies each page that the insert changes, and from 64 KB on into a file. It
    /// knows the id of the last row anyway.
    /// </summary>
    public override async Task<long> InsertAsync(Session session, CommandDefinition insert)
    {
        var silent = _silent.GetValue(
            insert.CommandText, static sql => sql[..sql.LastIndexOf(ReturningId, StringComparison.Ordinal)].TrimEnd());
        await session.Connection.ExecuteAsync(
            new CommandDefinition(silent, insert.Parameters, insert.Transaction, cancellationToken: insert.CancellationToken));
        return ((PreparingConnection)session.Connection).LastId;
    }

    public override Task InsertAsync(Session session, string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        Count();
        return Bulk(session).WriteAsync(table, columns, rows.ToAsyncEnumerable());
    }

    public override BulkWriter Bulk(Session session) => new SqliteBulkWriter((PreparingConnection)session.Connection);

    /// <summary>
    /// Folds the WAL into the database file when it has grown. SQLite would do so by itself within a commit, and tell nobody of a
    /// flush that failed.
    /// </summary>
    public override void Tidy()
    {
        var writer = _writer!.Inner; // Only after a write.
        if (_erased != Erased.Nothing)
        {
            WipeOut(writer, patient: false);
        }

        raw.sqlite3_db_status(writer.Handle, PagesWritten, out var pages, out _, resetFlg: 0);
        if (pages >= PagesToFold)
        {
            SqliteConnections.Scalar(writer, "pragma wal_checkpoint(passive)"); // Waits for no reader: what one still needs stays.
            raw.sqlite3_db_status(writer.Handle, PagesWritten, out _, out _, resetFlg: 1);
        }
    }

    /// <summary>
    /// secure_delete overwrites what is blanked. What a page that was split left in its gap goes with the old pages, and all of it stands
    /// in the WAL until that is folded in: a read that goes on keeps it there, and then each later write tries again.
    /// </summary>
    public override void Wipe()
    {
        _erased = Erased.InTheFile;
        WipeOut(_writer!.Inner, patient: true);
    }

    private void WipeOut(SqliteConnection writer, bool patient)
    {
        if (_erased == Erased.InTheFile)
        {
            SqliteConnections.Scalar(writer, "vacuum");
            _erased = Erased.InTheLog;
        }

        if (SqliteConnections.TryFold(writer, patient))
        {
            _erased = Erased.Nothing;
        }
    }

    /// <summary>
    /// Folds the WAL into the database file, which then holds everything. A reader in the middle of it would prevent that.
    /// </summary>
    public override async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        _watch?.Dispose();
        if (_writer is not null)
        {
            SqliteConnections.Fold(_writer.Inner);
            await _writer.DisposeAsync();
        }
    }

    /// <summary>Where erased words may still be.</summary>
    private enum Erased
    {
        Nothing,
        InTheFile,
        InTheLog,
    }
}
