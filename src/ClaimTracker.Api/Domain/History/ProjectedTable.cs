namespace ClaimTracker.Api.Domain.History;

/// <summary>The rows of a table that belong to one subject, and their columns with content.</summary>
/// <param name="Name">The table.</param>
/// <param name="Keys">The columns with the id (and number) of the subject; null if another table leads to the rows.</param>
/// <param name="Order">The columns that sort the rows of one subject.</param>
/// <param name="Columns">
/// The columns of which a digest is made, in this order. A column that is added later must be nullable: null leaves no trace in a digest.
/// </param>
internal sealed record ProjectedTable(string Name, string? Keys, string Order, string Columns)
{
    /// <summary>The columns one by one.</summary>
    public IReadOnlyList<string> Names { get; } = Columns.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>A condition for the rows of the subject; if left out, the rows with its keys.</summary>
    public string? Where { get; init; }

    /// <summary>The column with the id of the subject, where the keys do not name it.</summary>
    public string Id { get; init; } = "id";

    /// <summary>A condition for the rows with content; if left out, every row.</summary>
    public string? Which { get; init; }

    /// <summary>A condition for rows that are wrong although no digest shows it. There must be none.</summary>
    public string? Strays { get; init; }
}
