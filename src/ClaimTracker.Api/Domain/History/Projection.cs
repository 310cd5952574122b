using System.Globalization;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// What the tables hold on one kind of subject. Each event carries the digest of it as the change left it, so that a row that is
/// changed, added or removed past the history shows.
/// </summary>
internal sealed class Projection
{
    /// <param name="kind">The word before the id, such as <c>claim</c> in <c>claim/12</c>.</param>
    /// <param name="tables">The tables, in the order of the digest.</param>
    public Projection(string kind, params IReadOnlyList<ProjectedTable> tables)
    {
        Kind = kind;
        Tables = tables;
        Rows = string.Join(";\n", tables.Select(static table =>
            $"select {table.Columns} from {table.Name} where {table.Where ?? Equal(table.Keys!)}{And(table.Which)} order by {table.Order}"));
        Page = string.Join("\nunion\n", tables.Where(static table => table.Keys is not null).Select(Arm)) + "\norder by 1, 2\nlimit @Take";
        Names = [.. tables.Select(static table => (Chain.Bytes(table.Name), table.Columns.Split(',', StringSplitOptions.TrimEntries).Select(static column => Chain.Bytes(column)).ToArray()))];
        Strays = [.. tables.Where(static table => table.Strays is not null).Select(static table => (table, $"select id from {table.Name} where {table.Strays} order by id limit 1"))];
    }

    public string Kind { get; }

    public IReadOnlyList<ProjectedTable> Tables { get; }

    /// <summary>The kind of subject that a migration made rows of this one from, where one did: no event tells of those.</summary>
    public string? TakenOverFrom { get; init; }

    /// <summary>The rows of one subject: a query for each table.</summary>
    public string Rows { get; }

    /// <summary>The next subjects that any of the tables knows, after one: a page of ids and numbers.</summary>
    public string Page { get; }

    /// <summary>The names of each table and of its columns, as fields of a digest.</summary>
    public IReadOnlyList<(byte[] Table, byte[][] Columns)> Names { get; }

    /// <summary>Rows that belong to no subject.</summary>
    public IReadOnlyList<(ProjectedTable Table, string Query)> Strays { get; }

    private static string Arm(ProjectedTable table)
    {
        var columns = table.Keys!.Split(", ");
        var after = columns.Length == 1 ? $"{table.Keys} > @Id" : $"({table.Keys}) > (@Id, @Number)";
        var number = columns.Length == 1 ? "0" : columns[1];
        return $"select * from (select distinct {columns[0]} as id, {number} as number from {table.Name} where {after}{And(table.Which)} order by 1, 2 limit @Take) as {table.Name}_keys";
    }

    private static string Equal(string keys) => string.Join(" and ", keys.Split(", ").Zip(["@Id", "@Number"], static (column, value) => $"{column} = {value}"));

    private static string And(string? condition) => condition is null ? "" : $" and ({condition})";
}

/// <summary>One subject: <c>claim/12</c>, or with a number <c>version/3/2</c>.</summary>
internal sealed record ContentKey(string Kind, long Id, long Number = 0)
{
    /// <returns>The key, or null where a subject is none that tables know, such as <c>key/desk</c>.</returns>
    public static ContentKey? Of(string subject)
    {
        var parts = subject.Split('/');
        var number = 0L;
        return parts.Length is 2 or 3 && TryRead(parts[1], out var id) && (parts.Length == 2 || TryRead(parts[2], out number))
            ? new ContentKey(parts[0], id, number)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}/{Id}") + (Number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"/{Number}"));

    private static bool TryRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
