namespace ClaimTracker.Api.Features.Exports;

/// <summary>Reads the rows of an exported list, in the order of ids. The SQL of every export is put together here.</summary>
internal static class ExportReader
{
    /// <summary>Ids in one read. Between short reads the WAL can be folded, however slow a client is.</summary>
    private const int IdsAtOnce = 1_000;

    /// <summary>
    /// Reads the rows, in groups of those of at most a thousand ids; at least one group, which may be empty. Each group is read as the
    /// actor may see it then: an export ends when its key is revoked. A group is read while the one before it is written.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="list">The list.</param>
    /// <param name="columns">The columns that the file has.</param>
    /// <param name="filter">Makes the conditions on ids for a read. Their parameters may stand in the columns of the list too.</param>
    /// <param name="actor">Who reads them.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <returns>The values of each row, in the order of the columns.</returns>
    /// <exception cref="ProblemException">401: the key was revoked, or the user removed.</exception>
    public static IAsyncEnumerable<IReadOnlyList<object?[]>> ReadAsync(
        Db db,
        TimeProvider time,
        ExportList list,
        IReadOnlyList<ExportColumn> columns,
        Func<ReadTx, Actor, Task<Filter>> filter,
        Actor actor,
        CancellationToken cancellation)
    {
        return GroupsAsync().OneAheadAsync(cancellation);

        async IAsyncEnumerable<IReadOnlyList<object?[]>> GroupsAsync()
        {
            var row = new ExportRow(columns);
            IReadOnlyList<long> ids = [];
            do
            {
                (ids, var rows) = await db.ReadAsync(
                    async tx =>
                    {
                        var present = await KeyHolder.AsOfNowAsync(tx, actor, time.GetUtcNow());
                        return await ReadAsync(tx, list, row, await filter(tx, present), present, after: ids is [.., var last] ? last : 0);
                    },
                    cancellation);
                yield return rows;
            }
            while (ids.Count == IdsAtOnce);
        }
    }

    // The ids first: an id may have many rows, or none.
    private static async Task<(IReadOnlyList<long> Ids, IReadOnlyList<object?[]> Rows)> ReadAsync(
        ReadTx tx, ExportList list, ExportRow row, Filter conditions, Actor actor, long after)
    {
        conditions.And($"{list.Id} > @AfterId", new
        {
            AfterId = after,
            Take = IdsAtOnce,
            actor.SeesDesk,
            actor.SeesDrafts,
            actor.IsInside,
        });
        await conditions.SettleAsync(tx);
        var ids = await tx.ListAsync<long>(
            $"select {list.Id} from {list.From} {conditions.Clause(tx.Dialect)} order by {list.Id} limit @Take + 0", conditions.Parameters);
        conditions.Parameters.Add("RowIds", ids);
        var sql = $"""
            select {row.Selected}
            from {list.Rows}
            where {list.Id} in @RowIds
            order by {list.Order}
            """;
        return (ids, [.. (await tx.RowsAsync(sql, conditions.Parameters)).Select(row.Cells)]);
    }
}

/// <summary>The columns of a file as the database gives them, and the parts that some are read from.</summary>
internal sealed class ExportRow
{
    private readonly IReadOnlyList<(ExportColumn Column, int Place)> _columns;
    private readonly IReadOnlyList<(ExportPart Part, int Place)> _parts;

    public ExportRow(IReadOnlyList<ExportColumn> columns)
    {
        List<string> texts = [.. columns.Where(static column => column.Part is null).Select(static column => column.Sql)];
        var place = 0;
        var parts = columns.Select(static column => column.Part).OfType<ExportPart>().Distinct().ToList();
        _parts = [.. parts.Select((part, i) => (part, texts.Count + i))];
        _columns = [.. columns.Select(column => (column, column.Part is { } part ? parts.IndexOf(part) : place++))];
        Selected = string.Join(", ", texts.Concat(parts.Select(static part => part.Sql)).Select(static (sql, i) => $"{sql} as c{i}"));
    }

    /// <summary>The columns as SQL, which is joined from constants.</summary>
    public string Selected { get; }

    /// <summary>The values of a row in the order of the columns.</summary>
    public object?[] Cells(object?[] values)
    {
        var parts = new object?[_parts.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = values[_parts[i].Place] is string json ? _parts[i].Part.Read(json) : null;
        }

        var cells = new object?[_columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var (column, place) = _columns[i];
            var value = column.Part is null ? values[place] : parts[place];
            cells[i] = value is null || column.Show is null ? value : column.Show(value);
        }

        return cells;
    }
}
