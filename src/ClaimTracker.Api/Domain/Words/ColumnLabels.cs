namespace ClaimTracker.Api.Domain.Words;

/// <summary>The languages of the headings of exported lists.</summary>
internal enum HeadingLanguage { En, De, Es, Fr }

/// <summary>Headings of the columns of lists for people, in several languages: labels.tsv has them.</summary>
internal static class ColumnLabels
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> ByName = new(Read);

    private static readonly Lazy<IReadOnlyList<ILookup<string, string>>> NamesByLabel = new(static () =>
    [
        .. Enum.GetValues<HeadingLanguage>().Select(static language => ByName.Value.ToLookup(
            column => column.Value[(int)language], static column => column.Key, StringComparer.OrdinalIgnoreCase)),
    ]);

    /// <summary>The names of all columns that have headings.</summary>
    public static IEnumerable<string> Names => ByName.Value.Keys;

    /// <summary>
    /// The headings in a language; the names of the columns where none is asked for. A field of the desk's own keeps its name.
    /// </summary>
    public static IEnumerable<string> Of(IEnumerable<string> names, HeadingLanguage? language) => language is { } asked
        ? names.Select(name => ByName.Value.TryGetValue(name, out var labels) ? labels[(int)asked] : name)
        : names;

    /// <summary>The names of columns by their headings, of a list that has all its headings in one language.</summary>
    /// <param name="headings">The headings of the list.</param>
    /// <returns>
    /// The names, several where lists call columns the same; null if some heading is none of ours: then others may mean something else.
    /// </returns>
    public static ILookup<string, string>? NamesBy(IReadOnlyCollection<string> headings) =>
        NamesByLabel.Value.FirstOrDefault(labels => headings.All(labels.Contains));

    private static Dictionary<string, IReadOnlyList<string>> Read()
    {
        using var stream = typeof(ColumnLabels).Assembly.GetManifestResourceStream("Words/labels.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(static line => line.TrimEnd('\r').Split('\t'))
            .ToDictionary(static cells => cells[0], static IReadOnlyList<string> (cells) => cells[1..], StringComparer.Ordinal);
    }
}
