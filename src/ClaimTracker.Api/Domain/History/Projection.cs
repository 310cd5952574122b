using System.Globalization;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// The rows of the tables that belong to one kind of subject. Each event carries the digest of those rows after the change, which
/// reveals rows that were changed, added or removed without an event.
/// </summary>
internal sealed class Projection
{
    /// <param name="kind">The word before the id, such as <c>claim</c> in <c>claim/12</c>.</param>
    /// <param name="tables">The tables, in the order of the digest.</param>
    public Projection(string kind, params IReadOnlyList<ProjectedTable> tables)
    {
        Kind = kind;
        Tables = tables;
        Rows = string.Join(";\n", tables.Select(RowsOf));
        Page = string.Join("\nunion\n", tables.Where(static table => table.Keys is not null).Select(PageOf))
            + "\norder by 1, 2\nlimit @Take + 0";
        Names = [.. tables.Select(static table => (Chain.Bytes(table.Name), NamesOfColumns(table)))];
        Strays =
        [
            .. tables.Where(static table => table.Strays is not null)
                .Select(static table => (table, $"select {IdOf(table)} from {table.Name} where {table.Strays} order by 1 limit 1")),
        ];
    }

    public string Kind { get; }

    public IReadOnlyList<ProjectedTable> Tables { get; }

    /// <summary>The kind of subject from which a migration made rows of this kind, if one did: those have no events.</summary>
    public string? TakenOverFrom { get; init; }

    /// <summary>Reads the rows of one subject, with a query for each table.</summary>
    public string Rows { get; }

    /// <summary>Reads a page of the ids and numbers of subjects that have rows in any of the tables, after a given one.</summary>
    public string Page { get; }

    /// <summary>The names of each table and of its columns, as fields of a digest.</summary>
    public IReadOnlyList<(byte[] Table, byte[][] Columns)> Names { get; }

    /// <summary>Queries for the first row of each table that is wrong although no digest shows it.</summary>
    public IReadOnlyList<(ProjectedTable Table, string Query)> Strays { get; }

    private static string RowsOf(ProjectedTable table) => $"""
        select {table.Columns}
        from {table.Name}
        where {table.Where ?? Equal(table.Keys!)}{And(table.Which)}
        order by {table.Order}
        """;

    private static string IdOf(ProjectedTable table) => table.Keys?.Split(", ")[0] ?? table.Id;

    private static byte[][] NamesOfColumns(ProjectedTable table) =>
        [.. table.Names.Select(static column => Chain.Bytes(column))];

    private static string PageOf(ProjectedTable table)
    {
        var columns = table.Keys!.Split(", ");
        var after = columns.Length == 1 ? $"{table.Keys} > @Id" : $"({table.Keys}) > (@Id, @Number)";
        var number = columns.Length == 1 ? "0" : columns[1];
        return $"""
            select * from (
                select distinct {columns[0]} as id, {number} as number
                from {table.Name}
                where {after}{And(table.Which)}
                order by 1, 2
                limit @Take + 0) as {table.Name}_keys
            """;
    }

    private static string Equal(string keys) =>
        string.Join(" and ", keys.Split(", ").Zip(["@Id", "@Number"], static (column, value) => $"{column} = {value}"));

    private static string And(string? condition) => condition is null ? "" : $" and ({condition})";
}

/// <summary>One subject: <c>claim/12</c>, or with a number <c>version/3/2</c>.</summary>
internal sealed record ContentKey(string Kind, long Id, long Number = 0)
{
    /// <returns>The key, or null if no table can hold the subject, such as <c>key/desk</c>.</returns>
    public static ContentKey? Of(string subject)
    {
        var parts = subject.Split('/');
        var number = 0L;
        return parts.Length is 2 or 3 && TryRead(parts[1], out var id) && (parts.Length == 2 || TryRead(parts[2], out number))
            ? new ContentKey(parts[0], id, number)
            : null;
    }

    public override string ToString() => Number == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Kind}/{Id}")
        : string.Create(CultureInfo.InvariantCulture, $"{Kind}/{Id}/{Number}");

    private static bool TryRead(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
