using System.Collections.Concurrent;

namespace ClaimTracker.Api.Features.Imports;

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
    private ILookup<string, string>? _labels;

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

    /// <summary>
    /// Our columns for a line of headings, which may be those of our lists for people. It is told of one that has the column of another.
    /// </summary>
    public string?[] ColumnsOf(IReadOnlyList<string?> line)
    {
        _labels = LabelsOf([.. line.Select(static heading => heading?.Trim() ?? "").Where(IsOfList)]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string?[] columns =
            [.. line.Select(heading => heading is null ? null : ColumnOf(heading, 1) is { } column ? Noted(heading, column) : null)];
        if (!seen.Contains(RowColumns.SourceUrl))
        {
            _unknown.AddRange(columns.Zip(line).Where(static one => one.First is not null && RowColumns.OfEvidence.Contains(one.First))
                .Select(static one => Note(1, one.Second!, one.First, "Evidence needs `source_url`: without it this column is left out."))
                .Take(MaxUnknown - _unknown.Count));
        }

        return columns;

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

    /// <summary>Whether a heading can only be one of our lists: not one of the mapping, or of a field of the desk's own.</summary>
    private bool IsOfList(string heading) =>
        heading.Length > 0 && !_mapping.ContainsKey(heading) && !RowColumns.IsOfField(heading);

    // A sheet of others may have the headings Claim and Verdict, of which the second is no column of ours that says anything. So a list
    // with such headings is only taken for ours if the number of the claim is among them.
    private ILookup<string, string>? LabelsOf(List<string> headings) =>
        ColumnLabels.NamesBy(headings) is { } labels
        && (headings.TrueForAll(heading => labels[heading].Any(IsTaken))
            || headings.Exists(heading => labels[heading].Contains("claim_id", StringComparer.Ordinal)))
            ? labels
            : null;

    private string Own(string heading) => _labels is not null && _labels.Contains(heading)
        ? _labels[heading].OrderByDescending(IsTaken).First()
        : heading.ToLowerInvariant().Replace(' ', '_');

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
