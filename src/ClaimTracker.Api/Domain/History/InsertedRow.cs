using System.Collections.Concurrent;
using System.Reflection;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// The values of a row that was just inserted, as they would be read back for a digest: the parameters of its insert, which have the
/// names of the columns. So the row is not read again.
/// </summary>
internal static class InsertedRow
{
    private static readonly ConcurrentDictionary<(Type Values, ProjectedTable Table), PropertyInfo?[]> Members = new();

    /// <param name="table">The table.</param>
    /// <param name="values">The parameters. A column that none of them is named after is null.</param>
    /// <param name="key">The subject of the row, whose id stands in the columns <c>id</c> and, say, <c>claim_id</c>.</param>
    public static object?[] Of(ProjectedTable table, object values, ContentKey key)
    {
        var members = Members.GetOrAdd((values.GetType(), table), static of => MembersOf(of.Values, of.Table));
        var (row, owner) = (new object?[members.Length], $"{key.Kind}_id");
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = table.Names[i] == "id" || table.Names[i] == owner ? key.Id
                : members[i] is { } member && member.GetValue(values) is { } value ? ColumnTypes.Plain(member.PropertyType, value)
                : null;
        }

        return row;
    }

    private static PropertyInfo?[] MembersOf(Type type, ProjectedTable table)
    {
        var members = type.GetProperties().ToDictionary(static member => member.Name, StringComparer.OrdinalIgnoreCase);
        return [.. table.Names.Select(column => members.GetValueOrDefault(column.Replace("_", "", StringComparison.Ordinal)))];
    }
}
