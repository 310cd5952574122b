namespace ClaimTracker.Api.Features.Imports;

/// <summary>Counts what became of rows, and keeps the first reports.</summary>
internal sealed class Tally
{
    private readonly List<ImportRowResponse> _rows = [];
    private long _reported;

    public Tally(ImportRow import) =>
        (Lines, Made, Unchanged, Refused, Noted) = (import.Lines, import.Made, import.Unchanged, import.Refused, import.Noted);

    private Tally(Tally before)
    {
        Take(before);
        _rows.Clear();
    }

    /// <summary>The last line that is done.</summary>
    public long Lines { get; private set; }

    public long Made { get; private set; }

    public long Unchanged { get; private set; }

    public long Refused { get; private set; }

    public long Noted { get; private set; }

    /// <summary>The line of the first row that was refused since it was branched off.</summary>
    public long? FirstRefused => _rows.Find(static row => row.Outcome == RowOutcome.Refused)?.Line;

    /// <summary>The counts so far, to go on from in a write that may run a second time.</summary>
    public Tally Branch() => new(this);

    /// <summary>Takes over the counts of a branch that was kept.</summary>
    public void Take(Tally kept)
    {
        (Lines, Made, Unchanged, Refused, Noted) = (kept.Lines, kept.Made, kept.Unchanged, kept.Refused, kept.Noted);
        _reported = kept._reported;
    }

    /// <summary>The same counts and reports of rows of which none was kept.</summary>
    public Tally NothingMade()
    {
        (Made, Unchanged) = (0, 0);
        return this;
    }

    public void Count(long line, bool isNew)
    {
        Lines = line;
        (Made, Unchanged) = isNew ? (Made + 1, Unchanged) : (Made, Unchanged + 1);
    }

    public void Refuse(long line, ProblemException refusal, Headings headings)
    {
        (Lines, Refused) = (line, Refused + 1);
        if (refusal.Errors is null)
        {
            Report(Row(line, headings, column: null, refusal.Message));
            return;
        }

        foreach (var (path, problems) in refusal.Errors)
        {
            Report(Row(line, headings, RowColumns.OfPath(path), $"{(RowColumns.OfPath(path) is null ? path + " " : "")}{problems[0]}"));
        }
    }

    public void Note(IReadOnlyList<ImportRowResponse> notes)
    {
        Noted += notes.Count;
        foreach (var note in notes)
        {
            Report(note);
        }
    }

    /// <summary>Writes the counts, and the reports since it was branched off.</summary>
    public async Task WriteAsync(WriteTx tx, long id)
    {
        await ImportWriter.ProgressAsync(tx, id, new ImportCounts(Lines, Made, Unchanged, Refused, Noted));
        await ImportWriter.ReportAsync(tx, id, _rows);
    }

    private static ImportRowResponse Row(long line, Headings headings, string? column, string problem) => new()
    {
        Line = line,
        Outcome = RowOutcome.Refused,
        Column = headings.HeadingOf(column) ?? column,
        Field = column,
        Problem = problem,
    };

    private void Report(ImportRowResponse row)
    {
        if (_reported < Limits.ImportReport)
        {
            _reported++;
            _rows.Add(row);
        }
    }
}
