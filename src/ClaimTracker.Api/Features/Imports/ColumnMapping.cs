using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Which headings of a file stand for which of our columns, such as <c>claim:Statement,rating:Verdict</c>.</summary>
internal static class ColumnMapping
{
    private const string Expected = "must name pairs of our column and the heading of the file, such as claim:Statement,rating:Verdict";

    /// <summary>Reads the pairs, up to the first that is wrong.</summary>
    /// <param name="text">As it was sent; null for none.</param>
    /// <param name="columns">Our column by the heading, whatever its case.</param>
    /// <returns>
    /// What is wrong: a part is no pair, names no column of ours, or a heading that has a column already; null if nothing.
    /// </returns>
    public static string? Read(string? text, out Dictionary<string, string> columns)
    {
        columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } column, { Length: > 0 } heading])
            {
                return Expected;
            }

            if (!RowColumns.Taken.Contains(column) && !column.StartsWith(RowColumns.FieldPrefix, StringComparison.Ordinal))
            {
                return $"names {column}, which is no column of ours: they are {string.Join(", ", RowColumns.Taken)}, "
                    + $"and {RowColumns.FieldPrefix}NAME for a field of claims";
            }

            if (!columns.TryAdd(heading, column))
            {
                return $"names the heading {heading} twice";
            }
        }

        return null;
    }

    /// <summary>Looks for a field that claims do not have.</summary>
    /// <returns>What is wrong, with the fields that there are; null if nothing.</returns>
    public static async Task<string?> FieldFaultAsync(ReadTx tx, string? text)
    {
        Read(text, out var columns);
        var asked = columns.Values.Where(static column => column.StartsWith(RowColumns.FieldPrefix, StringComparison.Ordinal)).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var fields = (await FieldReader.AllAsync(tx, FieldSubject.Claim)).Select(static f => RowColumns.FieldPrefix + f.Name).ToList();
        return asked.Find(column => !fields.Contains(column, StringComparer.Ordinal)) is not { } gone ? null
            : fields.Count == 0 ? $"names {gone}, but no field of claims is defined"
            : $"names {gone}, but claims have no such field: they have {string.Join(", ", fields)}";
    }
}
