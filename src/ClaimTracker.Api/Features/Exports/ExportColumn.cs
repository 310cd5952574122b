namespace ClaimTracker.Api.Features.Exports;

/// <summary>What the values of a column are, for the formats that have types.</summary>
internal enum CellKind { Text, Number, Day, Instant, YesNo, Address, Texts, Addresses, Sentences }

/// <summary>A part of a row that several columns are read from, and that the database gives as JSON.</summary>
/// <param name="Sql">A constant text: its expression.</param>
/// <param name="Read">Reads it.</param>
internal sealed record ExportPart(string Sql, Func<string, object> Read);

/// <summary>A column of an exported list. Newsroom tools rely on its name.</summary>
/// <param name="Name">Its name in the header of CSV and XLSX, and in the JSON lines.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Sql">A constant text: its expression. Empty for one that is read from a part.</param>
internal sealed record ExportColumn(string Name, CellKind Kind, string Sql)
{
    /// <summary>Makes the value of what the database gives; left out where that is the value.</summary>
    public Func<object, object?>? Show { get; init; }

    /// <summary>
    /// A constant text: the expression of its whole cell in a file that has no lists; left out where that is made of the value. The
    /// database joins texts at a tenth of what it costs to read them from JSON.
    /// </summary>
    public string? CellSql { get; init; }

    /// <summary>The column in a file that has no lists.</summary>
    public ExportColumn InCell() => CellSql is null ? this : this with { Sql = CellSql, Show = null };

    /// <summary>The part that it is read from.</summary>
    public ExportPart? Part { get; init; }

    /// <summary>A column that is read from a part.</summary>
    public static ExportColumn Of<T>(string name, CellKind kind, ExportPart part, Func<T, object?> show) =>
        new(name, kind, "") { Part = part, Show = value => show((T)value) };
}

/// <summary>A list that can be exported, as the database reads it. All texts are constants.</summary>
/// <param name="Name">Its name in paths and files.</param>
/// <param name="Id">The id that the list is read along, as SQL.</param>
/// <param name="From">The table that the filters are on.</param>
/// <param name="Rows">The tables that its rows come from: one row or more for each id.</param>
/// <param name="Order">The order of the rows; it begins with the id.</param>
/// <param name="Columns">Its columns, in order.</param>
internal sealed record ExportList(
    string Name, string Id, string From, string Rows, string Order, IReadOnlyList<ExportColumn> Columns)
{
    /// <summary>What has fields of the desk's own in its rows.</summary>
    public IReadOnlyList<ExportFields> Fields { get; init; } = [];
}

/// <summary>Fields of the desk's own in the rows of a list.</summary>
/// <param name="On">What has them.</param>
/// <param name="Prefix">What their columns begin with.</param>
/// <param name="Part">Their values.</param>
internal sealed record ExportFields(FieldSubject On, string Prefix, ExportPart Part);
