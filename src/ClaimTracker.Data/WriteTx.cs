using Dapper;

namespace ClaimTracker.Data;

/// <summary>A write transaction: all that a <see cref="ReadTx"/> can, and statements that change rows.</summary>
public class WriteTx : ReadTx
{
    private static readonly char[] Separators = [' ', '\n', '\r', ',', '(', ')'];

    private readonly Engine _engine;
    private readonly GroupNotes _notes;
    private readonly Progress _progress;

    internal WriteTx(Session session, Engine engine, DateTimeOffset now, GroupNotes notes)
        : base(session, engine, CancellationToken.None) => (Now, _engine, _notes, _progress) = (now, engine, notes, new Progress());

    /// <summary>Makes the same transaction over again, as a type that knows more about it.</summary>
    protected WriteTx(WriteTx same)
        : base(same) => (Now, _engine, _notes, _progress) = (same.Now, same._engine, same._notes, same._progress);

    /// <summary>The one instant of this write (UTC): every row and event that it makes carries it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Whether a statement was run that is not a query: then a failure has something to undo.</summary>
    internal bool HasWritten => _progress.HasWritten;

    /// <summary>Whether what it blanks or deletes is to be in no file any more when it is answered.</summary>
    internal bool Wipes => _progress.Wipes;

    /// <summary>What an earlier write of the same transaction noted of this type; null if none did, or a part was undone since.</summary>
    public T? Recall<T>()
        where T : class => _notes.Recall<T>();

    /// <summary>
    /// What the writes of the same transaction collect for its end (<see cref="Database.Open"/>). It lasts, whatever part of the
    /// transaction is undone.
    /// </summary>
    public T Keep<T>()
        where T : class, new() => _notes.Keep<T>();

    /// <summary>Notes what the next writes of the same transaction need not read again.</summary>
    public void Note<T>(T note)
        where T : class => _notes.Note(note);

    /// <summary>Forgets a note: it no longer holds.</summary>
    public void Forget<T>() => _notes.Forget<T>();

    /// <summary>Forgets all notes: a part of the transaction was undone.</summary>
    public void Forget() => _notes.Forget();

    /// <summary>
    /// Has the engine take what this write blanks or deletes out of its files, after the commit and before the answer. SQLite writes the
    /// whole file anew meanwhile, and other writes wait. On PostgreSQL the server's files are up to the operator.
    /// </summary>
    public void WipeOnCommit() => _progress.Wipes = true;

    /// <summary>Runs a statement; for a sequence of parameter objects, once for each.</summary>
    /// <returns>The number of rows changed.</returns>
    public async Task<int> ExecuteAsync(string sql, object? parameters = null)
    {
        var rows = parameters is IEnumerable<object> sequence ? sequence.AsList() : null;
        if (rows is [])
        {
            return 0;
        }

        var command = await ReadyAsync(sql, rows ?? parameters);
        return rows is null || !Connection.CanCreateBatch
            ? await Connection.ExecuteAsync(command)
            : (await Batches.RunAsync(Session, rows.Select(row => (command.CommandText, row)))).Changed;
    }

    /// <summary>
    /// The same of a statement whose rows nobody counts, and that fails only where the whole write does: across a network it goes with the
    /// next statement, so that it takes no trip of its own.
    /// </summary>
    /// <param name="sql">One statement; none with a list for <c>in @list</c>.</param>
    /// <param name="parameters">Its parameter object, or a sequence of them.</param>
    public async Task ApplyAsync(string sql, object parameters)
    {
        if (!Connection.CanCreateBatch)
        {
            await ExecuteAsync(sql, parameters);
            return;
        }

        _progress.HasWritten = true;
        Session.Later(Dialect.Spell(sql), parameters as IEnumerable<object> ?? [parameters]);
    }

    /// <summary>Runs an <c>insert ... returning id</c> of one row, which ends with these words.</summary>
    /// <returns>The new id.</returns>
    public async Task<long> InsertAsync(string sql, object? parameters = null) =>
        await _engine.InsertAsync(Session, await ReadyAsync(sql, parameters));

    /// <summary>Takes ids that follow each other, for rows that <see cref="InsertRowsAsync"/> writes with them.</summary>
    /// <returns>The first of them.</returns>
    public async Task<long> TakeIdsAsync(string table, int count)
    {
        _progress.HasWritten = true;
        _engine.Count();
        await Session.FlushAsync();
        return await _engine.Bulk(Session).TakeIdsAsync(table, count);
    }

    /// <inheritdoc/>
    internal override BulkWriter Bulk()
    {
        _progress.HasWritten = true;
        return base.Bulk();
    }

    /// <summary>Writes many rows in the fastest way that the engine has, as <see cref="ApplyAsync"/> does.</summary>
    /// <param name="into">A constant: the beginning of an insert, with the table and its columns in brackets.</param>
    /// <param name="rows">The values of each row, in the order of the columns and as <see cref="ColumnTypes.Plain"/> gives them.</param>
    public Task InsertRowsAsync(string into, IReadOnlyList<object?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            return Task.CompletedTask;
        }

        _progress.HasWritten = true;
        var words = into.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return _engine.InsertAsync(Session, words[2], words[3..], rows);
    }

    /// <summary>Runs an <c>insert ... returning id</c> once for each parameter object.</summary>
    /// <returns>The new ids, in the order of the objects.</returns>
    public async Task<IReadOnlyList<long>> InsertAllAsync(string sql, IEnumerable<object> parameters)
    {
        if (Connection.CanCreateBatch)
        {
            var text = (await ReadyAsync(sql, parameters: null)).CommandText;
            return (await Batches.RunAsync(Session, parameters.Select(row => (text, row)))).Ids;
        }

        var ids = new List<long>();
        foreach (var row in parameters)
        {
            ids.Add(await InsertAsync(sql, row));
        }

        return ids;
    }

    private protected override CommandDefinition Command(string sql, object? parameters)
    {
        _progress.HasWritten |= !sql.StartsWith("select", StringComparison.Ordinal);
        return base.Command(sql, parameters);
    }

    private sealed class Progress
    {
        public bool HasWritten { get; set; }

        public bool Wipes { get; set; }
    }
}
