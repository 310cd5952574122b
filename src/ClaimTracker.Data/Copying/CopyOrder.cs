namespace ClaimTracker.Data.Copying;

/// <summary>The order in which a copy goes through the tables.</summary>
internal static class CopyOrder
{
    /// <summary>Every table after those that it refers to; otherwise as the catalogue lists them.</summary>
    /// <exception cref="NotSupportedException">Tables refer to each other in a circle.</exception>
    public static IReadOnlyList<TableShape> Of(IReadOnlyList<TableShape> tables)
    {
        var ordered = new List<TableShape>();
        var open = tables.ToList();
        while (open.Count > 0)
        {
            var next = open.Find(table => open.TrueForAll(
                    other => other == table || !table.RefersTo.Contains(other.Name, StringComparer.Ordinal)))
                ?? throw new NotSupportedException(
                    $"Tables refer to each other: {string.Join(", ", open.Select(static table => table.Name))}.");
            ordered.Add(next);
            open.Remove(next);
        }

        return ordered;
    }
}
