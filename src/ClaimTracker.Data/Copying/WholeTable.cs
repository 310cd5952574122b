namespace ClaimTracker.Data.Copying;

/// <summary>A table that is read or written as a whole.</summary>
public sealed class WholeTable
{
    internal WholeTable(TableShape shape, IReadOnlyList<string> columns) => (Shape, Columns) = (shape, columns);

    /// <summary>The name.</summary>
    public string Name => Shape.Name;

    /// <summary>Its columns, in alphabetical order: the order in which migrations added them differs between the engines.</summary>
    public IReadOnlyList<string> Columns { get; }

    internal TableShape Shape { get; }
}
