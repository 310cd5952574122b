using System.Collections.Concurrent;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>A row of a file, before anything is made of it.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Values">Its values by our column, without those that are empty.</param>
internal sealed record RawRow(long Line, IReadOnlyDictionary<string, string> Values) : ImportItem(Line)
{
    private RowContent? _content;

    /// <summary>Evidence that stands in no columns.</summary>
    public IReadOnlyList<RowEvidence> Evidence { get; init; } = [];

    public string? this[string column] => Values.GetValueOrDefault(column);

    /// <summary>Whether it brings no sentence and no evidence.</summary>
    public bool HasClaimAlone =>
        Evidence is [] && this[RowColumns.SourceUrl] is null && this[RowColumns.SourceUrls] is null && this[RowColumns.Sentence] is null;

    public override Task<bool> TakeAsync(Change change, WaitingClaims waiting) => RowTaker.TakeAsync(change, waiting, this, _content!);

    protected override void PrepareContent()
    {
        RequireTexts();
        _content = new RowContent(new NewClaim(RowReader.Claim(this)), RowReader.Verdict(this));
    }

    private void RequireTexts()
    {
        foreach (var (column, value) in Values)
        {
            if (TextGuard.Check(value) is { } bad)
            {
                throw Problem.Invalid(column, bad);
            }
        }
    }
}

/// <summary>What a row comes to.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict; null if it has none.</param>
internal sealed record RowContent(NewClaim Claim, ImportedVerdict? Verdict);

/// <summary>The headings of a file, as far as they are known.</summary>
internal sealed class Headings
{
    /// <summary>Headings that are told of as unknown. Members of lines can be as many as there are lines.</summary>
    private const int MaxUnknown = 100;

    private readonly Dictionary<string, string?> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _headings = new(StringComparer.Ordinal); // Asked while the next rows are read.
    private readonly Dictionary<string, string> _mapping;
    private readonly HashSet<string> _fields;
    private readonly List<ImportRowResponse> _unknown = [];

    /// <param name="mapping">Our columns by the headings that stand for them.</param>
    /// <param name="fields">The columns of the desk's own fields.</param>
    public Headings(Dictionary<string, string> mapping, IEnumerable<string> fields) =>
        (_mapping, _fields) = (mapping, fields.ToHashSet(StringComparer.Ordinal));

    /// <summary>Our column for a heading; null for one that is left out.</summary>
    public string? ColumnOf(string heading, long line)
    {
        if (_columns.TryGetValue(heading, out var known))
        {
            return known;
        }

        var column = Find(heading.Trim());
        if (_columns.Count < 2 * MaxUnknown)
        {
            _columns[heading] = column;
        }

        if (column is not null)
        {
            _headings.TryAdd(column, heading);
        }
        else if (!RowColumns.IsPassedOver(Own(heading.Trim())) && _unknown.Count < MaxUnknown)
        {
            _unknown.Add(Note(line, heading, column, WhyUnknown(heading.Trim())));
        }

        return column;
    }

    /// <summary>Our columns for a line of headings. It is told of one that has the column of another.</summary>
    public string?[] ColumnsOf(IEnumerable<string?> line)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. line.Select(heading => heading is null ? null : ColumnOf(heading, 1) is { } column ? Noted(heading, column) : null)];

        string Noted(string heading, string column)
        {
            if (!seen.Add(column) && _unknown.Count < MaxUnknown)
            {
                _unknown.Add(Note(1, heading, column, $"An earlier column is {column} too: this one counts only where that one is empty."));
            }

            return column;
        }
    }

    /// <summary>The heading in the file of a column of ours; null if the file has none.</summary>
    public string? HeadingOf(string? column) => column is null ? null : _headings.GetValueOrDefault(column);

    /// <summary>Notes on headings that are not known, each once.</summary>
    public List<ImportRowResponse> TakeUnknown()
    {
        List<ImportRowResponse> taken = [.. _unknown];
        _unknown.Clear();
        return taken;
    }

    private bool IsTaken(string column) => RowColumns.Taken.Contains(column) || _fields.Contains(column);

    private static string Own(string heading) => heading.ToLowerInvariant().Replace(' ', '_');

    private static ImportRowResponse Note(long line, string heading, string? column, string problem) => new()
    {
        Line = line,
        Outcome = RowOutcome.Noted,
        Column = RowColumns.Shown(heading),
        Field = column,
        Problem = problem,
    };

    private string WhyUnknown(string heading) => heading.Length == 0 ? "A column without a heading was left out."
        : _mapping.TryGetValue(heading, out var gone) ? $"`mapping` makes it {gone}, but claims have no such field: it was left out."
        : IsTaken(Own(heading)) ? $"`mapping` has another heading for {Own(heading)}: this column was left out."
        : "This column is not known, and was left out: `mapping` can say what it is.";

    // A heading that the mapping gives to another column is not taken a second time under its own name.
    private string? Find(string heading)
    {
        var own = Own(heading);
        return _mapping.TryGetValue(heading, out var mapped) ? (IsTaken(mapped) ? mapped : null)
            : IsTaken(own) && !_mapping.ContainsValue(own) ? own
            : null;
    }
}

/// <summary>A file whose rows cannot be imported, or rows of which not all could be. Nothing of them was kept.</summary>
internal sealed class RowsRefusedException(long? line, string problem) : Exception(problem)
{
    public long? Line => line;
}
