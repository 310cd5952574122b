namespace ClaimTracker.Api.Features.Imports;

/// <summary>A file that was handed in.</summary>
/// <param name="Format">What it is.</param>
/// <param name="DryRun">Whether nothing is kept.</param>
/// <param name="Atomic">Whether all rows are kept, or none.</param>
/// <param name="Mapping">Which headings stand for which of our columns.</param>
internal sealed record NewImport(ImportFormat Format, bool DryRun, bool Atomic, string? Mapping)
{
    /// <summary>Whether formulas in the file were not guarded.</summary>
    public bool RawFormulas { get; init; }

    public required string File { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }
}

/// <summary>Writes imports: how far each is stands in the transaction of its rows.</summary>
internal static class ImportWriter
{
    private const string InsertSql = """
        insert into imports (format, state, dry_run, atomic, mapping, raw_formulas, file, bytes, sha256, created_by, created_at)
        values (@Format, 'queued', @DryRun, @Atomic, @Mapping, @RawFormulas, @File, @Bytes, @Sha256, @Actor, @Now)
        returning id
        """;

    private const string BeginSql = "update imports set state = 'running' where id = @id and state = 'queued'";

    private const string ProgressSql = """
        update imports
        set lines = @Lines,
            made = @Made,
            unchanged = @Unchanged,
            refused = @Refused,
            noted = @Noted
        where id = @id
        """;

    private const string EndSql = """
        update imports
        set state = @state,
            line = @Line,
            problem = @Text,
            ended_at = @Now
        where id = @id
        """;

    private const string ReportSql = """
        insert into import_rows (import_id, line, outcome, column_name, field, problem)
        values (@id, @Line, @Outcome, @Column, @Field, @Problem)
        """;

    public static Task<long> InsertAsync(Change change, NewImport import) => change.InsertAsync(
        InsertSql,
        new
        {
            import.Format,
            import.DryRun,
            import.Atomic,
            import.Mapping,
            import.RawFormulas,
            import.File,
            import.Bytes,
            import.Sha256,
            Actor = change.Actor.Name,
            change.Now,
        });

    public static Task BeginAsync(WriteTx tx, long id) => tx.ExecuteAsync(BeginSql, new { id });

    public static Task ProgressAsync(WriteTx tx, long id, ImportCounts counts) => tx.ExecuteAsync(
        ProgressSql, new { id, counts.Lines, counts.Made, counts.Unchanged, counts.Refused, counts.Noted });

    public static Task EndAsync(WriteTx tx, long id, ImportState state, ImportProblem? problem = null) =>
        tx.ExecuteAsync(EndSql, new { id, state, problem?.Line, problem?.Text, tx.Now });

    public static Task ReportAsync(WriteTx tx, long id, IEnumerable<ImportRowResponse> rows) => tx.ExecuteAsync(
        ReportSql,
        rows.Select(row => new { id, row.Line, row.Outcome, row.Column, row.Field, row.Problem }));
}
