namespace ClaimTracker.Api.Features.Imports;

/// <summary>Which headings of a file stand for which of our columns, such as <c>claim:Statement,rating:Verdict</c>.</summary>
internal static class ColumnMapping
{
    /// <summary>Reads the pairs.</summary>
    /// <param name="text">As it was sent; null for none.</param>
    /// <param name="columns">Our column by the heading, whatever its case.</param>
    /// <returns>Whether each is a pair, names a column of ours, and has a heading of its own.</returns>
    public static bool TryRead(string? text, out Dictionary<string, string> columns)
    {
        columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split(':', 2, StringSplitOptions.TrimEntries) is not [var column, { Length: > 0 } heading]
                || !(RowColumns.Taken.Contains(column) || column.StartsWith(RowColumns.FieldPrefix, StringComparison.Ordinal))
                || !columns.TryAdd(heading, column))
            {
                return false;
            }
        }

        return true;
    }
}
