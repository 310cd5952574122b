namespace ClaimTracker.Api.Features.Imports;

/// <summary>Reads imports and their reports.</summary>
internal static class ImportReader
{
    private const string Columns = """
        select
            i.id,
            i.format,
            i.state,
            i.dry_run,
            i.atomic,
            i.mapping,
            i.raw_formulas,
            i.file,
            i.bytes,
            i.sha256,
            i.lines,
            i.made,
            i.unchanged,
            i.refused,
            i.noted,
            i.line,
            i.problem,
            i.created_by,
            i.created_at,
            i.ended_at
        from imports i
        """;

    private const string LoadSql = $"{Columns} where i.id in @ids";
    private const string FindSql = $"{Columns} where i.id = @id";
    private const string ToDoSql = $"{Columns} where i.state in ('queued', 'running') order by i.id";

    private const string RowsSql = """
        select r.id, r.line, r.outcome, r.column_name as "column", r.field, r.problem
        from import_rows r
        where r.id in @ids
        """;

    private const string FirstRowsSql = """
        select r.id, r.line, r.outcome, r.column_name as "column", r.field, r.problem
        from import_rows r
        where r.import_id = @id
        order by r.id
        limit @take + 0
        """;

    public static Task<ImportRow?> FindAsync(ReadTx tx, long id) => tx.FirstAsync<ImportRow>(FindSql, new { id });

    /// <summary>Those that are not at an end.</summary>
    public static Task<IReadOnlyList<ImportRow>> ToDoAsync(ReadTx tx) => tx.ListAsync<ImportRow>(ToDoSql);

    /// <summary>Reads imports, in the order of the ids.</summary>
    public static async Task<IReadOnlyList<ImportResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var rows = (await tx.ListAsync<ImportRow>(LoadSql, new { ids })).ToDictionary(static row => row.Id);
        return [.. ids.Select(id => rows[id].ToResponse())];
    }

    /// <summary>The first rows of a report.</summary>
    public static Task<IReadOnlyList<ImportRowResponse>> FirstRowsAsync(ReadTx tx, long id, int take) =>
        tx.ListAsync<ImportRowResponse>(FirstRowsSql, new { id, take });

    /// <summary>Reads rows of reports, in the order of the ids.</summary>
    public static async Task<IReadOnlyList<ImportRowResponse>> LoadRowsAsync(ReadTx tx, long[] ids)
    {
        var rows = (await tx.ListAsync<ImportRowResponse>(RowsSql, new { ids })).ToDictionary(static row => row.Id);
        return [.. ids.Select(id => rows[id])];
    }
}

/// <summary>A row of imports.</summary>
internal sealed record ImportRow
{
    public long Id { get; init; }

    public ImportFormat Format { get; init; }

    public ImportState State { get; init; }

    public bool DryRun { get; init; }

    public bool Atomic { get; init; }

    public string? Mapping { get; init; }

    /// <summary>Whether formulas in the file were not guarded.</summary>
    public bool RawFormulas { get; init; }

    /// <summary>The name of the file among those that the service works with; a path, where the command line imports.</summary>
    public string File { get; init; } = "";

    public long Bytes { get; init; }

    public string Sha256 { get; init; } = "";

    public long Lines { get; init; }

    public long Made { get; init; }

    public long Unchanged { get; init; }

    public long Refused { get; init; }

    public long Noted { get; init; }

    public long? Line { get; init; }

    public string? Problem { get; init; }

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public ImportResponse ToResponse() => new()
    {
        Id = Id,
        Format = Format,
        State = State,
        DryRun = DryRun,
        Atomic = Atomic,
        Counts = new ImportCounts(Lines, Made, Unchanged, Refused, Noted),
        Problem = Problem is null ? null : new ImportProblem(Line, Problem),
        Sha256 = Sha256,
        Bytes = Bytes,
        CreatedBy = CreatedBy,
        CreatedAt = CreatedAt,
        EndedAt = EndedAt,
    };
}
