namespace ClaimTracker.Api.Features.Exports;

/// <summary>Headings of columns for people, in several languages: labels.tsv has them.</summary>
internal static class ColumnLabels
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> ByName = new(Read);

    /// <summary>The names of all columns that have headings.</summary>
    public static IEnumerable<string> Names => ByName.Value.Keys;

    /// <summary>
    /// The headings in a language; the names of the columns where none is asked for. A field of the desk's own keeps its name.
    /// </summary>
    public static IEnumerable<string> Of(IReadOnlyList<ExportColumn> columns, HeadingLanguage? language) => language is { } asked
        ? columns.Select(column => ByName.Value.TryGetValue(column.Name, out var labels) ? labels[(int)asked] : column.Name)
        : columns.Select(static column => column.Name);

    private static Dictionary<string, IReadOnlyList<string>> Read()
    {
        using var stream = typeof(ColumnLabels).Assembly.GetManifestResourceStream("Exports/labels.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(static line => line.TrimEnd('\r').Split('\t'))
            .ToDictionary(static cells => cells[0], static IReadOnlyList<string> (cells) => cells[1..], StringComparer.Ordinal);
    }
}
