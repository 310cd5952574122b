namespace ClaimTracker.Api.Domain.History;

/// <summary>The rows of a table that belong to one subject, and the columns of them that are content.</summary>
/// <param name="Name">The table.</param>
/// <param name="Keys">The columns that hold the subject's id (and number); null where another table leads to the rows.</param>
/// <param name="Columns">What a digest is made of, in this order. A column that is added later must be nullable: null leaves no trace in a digest.</param>
internal sealed record ProjectedTable(string Name, string? Keys, string Columns)
{
    /// <summary>The rows of the subject, as a condition; if not said, those with its keys.</summary>
    public string? Where { get; init; }

    /// <summary>The rows that matter at all, as a condition; if not said, each does.</summary>
    public string? Which { get; init; }

    /// <summary>Where there are no keys: the rows that nothing leads to, as a condition. There must be none.</summary>
    public string? Strays { get; init; }

    /// <summary>The key that sorts the rows of one subject.</summary>
    public required string Order { get; init; }
}
