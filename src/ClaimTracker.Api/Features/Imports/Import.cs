using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>What a file that is imported is.</summary>
internal enum ImportFormat
{
    /// <summary>All content of another instance, from GET /exports/archive.jsonl.</summary>
    Archive,

    /// <summary>Rows of claims, with their verdicts and evidence, under a line of headings.</summary>
    Csv,

    /// <summary>The same, in the first sheet of a workbook.</summary>
    Xlsx,

    /// <summary>The same, an object on each line.</summary>
    Jsonl,

    /// <summary>Reviews of other publishers as ClaimReview markup: one, a list, a feed or lines.</summary>
    Claimreview,

    /// <summary>Reviews of other publishers as answers of claims:search.</summary>
    Google,

    /// <summary>Claims of the FEVER data set, with their evidence.</summary>
    Fever,

    /// <summary>Claims of the AVeriTeC data set, with their evidence.</summary>
    Averitec,

    /// <summary>Sources as CSL-JSON, from Zotero and other reference managers.</summary>
    Csl,
}

internal static class ImportFormats
{
    /// <summary>Whether cells are taken as they are. The texts of a workbook are, unless somebody says that they were guarded.</summary>
    public static bool IsRaw(this ImportFormat format, Formulas? asked) =>
        (asked ?? (format == ImportFormat.Xlsx ? Formulas.Raw : Formulas.Escaped)) == Formulas.Raw;
}

/// <summary>A file that was handed in, and how far it is.</summary>
internal sealed record ImportResponse
{
    public required long Id { get; init; }

    public required ImportFormat Format { get; init; }

    public required ImportState State { get; init; }

    /// <summary>Whether only what would happen is reported, and nothing kept.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether all rows are kept, or none.</summary>
    public required bool Atomic { get; init; }

    public required ImportCounts Counts { get; init; }

    /// <summary>Why it failed or was refused, and where; null otherwise.</summary>
    public required ImportProblem? Problem { get; init; }

    /// <summary>The SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }
}

/// <summary>What became of the rows so far.</summary>
/// <param name="Lines">The lines of the file that are done.</param>
/// <param name="Made">Rows that brought something new.</param>
/// <param name="Unchanged">Rows of which everything was there.</param>
/// <param name="Refused">Rows that were not taken.</param>
/// <param name="Noted">Rows that were taken, but for a part.</param>
internal sealed record ImportCounts(long Lines, long Made, long Unchanged, long Refused, long Noted);

/// <summary>Why an import ended.</summary>
/// <param name="Line">The line of the file; null where no single line is at fault.</param>
/// <param name="Text">A sentence.</param>
internal sealed record ImportProblem(long? Line, string Text);

/// <summary>What was wrong with a row, or what of it was left out.</summary>
internal sealed record ImportRowResponse
{
    [JsonIgnore]
    public long Id { get; init; }

    /// <summary>The line of the file on which the row begins.</summary>
    public required long Line { get; init; }

    public required RowOutcome Outcome { get; init; }

    /// <summary>The heading of the column in the file; null where the whole row is meant.</summary>
    public required string? Column { get; init; }

    /// <summary>What the column stands for here.</summary>
    public required string? Field { get; init; }

    public required string Problem { get; init; }
}
