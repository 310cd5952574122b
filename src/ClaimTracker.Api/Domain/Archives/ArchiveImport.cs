using System.Data.Common;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>
/// Makes an empty instance of an archive, in one transaction: ids, times, people, the history and its chain are kept. The rows are compared
/// with the history before anything is kept.
/// </summary>
/// <param name="archive">The archive, which was read once.</param>
/// <param name="open">Opens its file: the transaction may run a second time.</param>
/// <param name="cancellation">Ends it before it is kept.</param>
internal sealed class ArchiveImport(CheckedArchive archive, Func<Stream> open, CancellationToken cancellation)
{
    private const int RowsOfReport = 1_000;

    private long _line;
    private string _table = "";

    /// <summary>Told of the lines that are done, from time to time.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Reads a file, and imports it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="open">Opens the file.</param>
    /// <param name="finish">What else the transaction does at its end; throws to undo all of it.</param>
    /// <param name="progress">Told of the lines that are done.</param>
    /// <param name="cancellation">Ends it before it is kept.</param>
    /// <exception cref="ArchiveException">It cannot be imported. Nothing was kept.</exception>
    public static async Task<CheckedArchive> RunAsync(
        Db db, string actor, Func<Stream> open, Func<WriteTx, CheckedArchive, Task> finish, Action<long> progress,
        CancellationToken cancellation)
    {
        CheckedArchive archive;
        await using (var file = open())
        {
            archive = await ArchiveReader.CheckAsync(file, cancellation);
        }

        return await db.WriteAsync(async tx =>
        {
            await new ArchiveImport(archive, open, cancellation) { Progress = progress }.WriteAsync(tx, actor);
            await finish(tx, archive);
            return archive;
        });
    }

    private async Task WriteAsync(WriteTx tx, string actor)
    {
        var tables = await WholeTables.OfAsync(tx);
        var before = await EmptyInstance.ReadAsync(tx, tables);
        await EmptyInstance.ClearAsync(tables, archive.Manifest);
        tx.Forget();
        await SearchFill.ForgetAsync(tx);
        await WriteRowsAsync(tables);
        foreach (var (table, id) in archive.Manifest.LastIds!)
        {
            await tables.SetLastIdAsync(Named(tables, table).Name, id);
        }

        var history = new HistoryWalk(checkpoint: null);
        await history.CatchUpAsync(tx);
        Require(history);
        await LocalAccess.WriteAsync(tx, tables, before, history, archive, actor);
        if ((await new Verification(tx).RunAsync()).Faults is [var fault, ..])
        {
            throw new ArchiveException(null, $"The rows are not those of the history: {fault}");
        }
    }

    private async Task WriteRowsAsync(WholeTables tables)
    {
        await using var file = open();
        var rows = ArchiveReader.RowsAsync(file, cancellation).GetAsyncEnumerator(cancellation);
        await using (rows)
        {
            var more = await rows.MoveNextAsync();
            while (more)
            {
                var table = Named(tables, rows.Current.Table);
                var part = new TablePart(rows, table, ArchiveUpgrades.Of(ArchiveUpgrades.All, archive.Manifest.Schema, table.Name));
                await WriteAsync(tables, table, part);
                more = part.HasMore;
            }
        }
    }

    private async Task WriteAsync(WholeTables tables, WholeTable table, TablePart part)
    {
        (_table, _line) = (table.Name, part.Line);
        try
        {
            await tables.WriteAsync(table, table.Columns, part.RowsAsync(Report));
        }
        catch (DbException refused) when (DbErrors.Classify(refused) is DbError.Other or DbError.Duplicate or DbError.BrokenReference)
        {
            throw new ArchiveException(_line, $"The database refuses this row of {_table}, or one before it.");
        }
        catch (FormatException broken)
        {
            throw new ArchiveException(_line, broken.Message);
        }
    }

    private void Report(long line)
    {
        _line = line;
        if (line % RowsOfReport == 0)
        {
            Progress?.Invoke(line);
        }
    }

    private static WholeTable Named(WholeTables tables, string name) =>
        ArchiveWords.LeftOut.ContainsKey(name)
            ? throw new ArchiveException(null, $"An archive has no rows of {name}.")
            : tables.All.FirstOrDefault(table => table.Name == name)
                ?? throw new ArchiveException(null, $"There is no table {name} in the schema {WholeTables.Schema}.");

    private void Require(HistoryWalk history)
    {
        if (history.Fault is { } fault)
        {
            throw new ArchiveException(null, fault);
        }

        if (history.Seq != archive.Manifest.History!.Seq || history.Head != archive.Manifest.History.Head)
        {
            throw new ArchiveException(1, $"The manifest names event {archive.Manifest.History.Seq} as the last, which it is not.");
        }
    }

    /// <summary>The rows of one table, as far as they follow each other.</summary>
    private sealed class TablePart(
        IAsyncEnumerator<(long Line, string Table, JsonObject Row)> rows, WholeTable table, IReadOnlyList<ArchiveUpgrade> upgrades)
    {
        private readonly HashSet<string> _columns = table.Columns.ToHashSet(StringComparer.Ordinal);

        /// <summary>Whether rows of another table follow.</summary>
        public bool HasMore { get; private set; }

        public long Line => rows.Current.Line;

        public async IAsyncEnumerable<object?[]> RowsAsync(Action<long> report)
        {
            do
            {
                report(Line);
                if (Upgraded(rows.Current.Row) is { } row)
                {
                    yield return Values(row);
                }

                HasMore = await rows.MoveNextAsync();
            }
            while (HasMore && rows.Current.Table == table.Name);
        }

        private JsonObject? Upgraded(JsonObject row) =>
            upgrades.Aggregate((JsonObject?)row, static (before, upgrade) => before is null ? null : upgrade.Change(before));

        private object?[] Values(JsonObject row) =>
            row.FirstOrDefault(member => !_columns.Contains(member.Key)) is { Key: { } unknown }
                ? throw new FormatException($"{table.Name} has no column {unknown}.")
                : [.. table.Columns.Select(column => ArchiveReader.Value(row[column]))];
    }
}
