using System.Text.Json.Nodes;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>The rows of a table that go into an archive.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">Those of its columns that go along.</param>
/// <param name="Which">A condition for the rows; null for all.</param>
internal sealed record ArchivedRows(WholeTable Table, IReadOnlyList<string> Columns, RowCondition? Which = null)
{
    private const string BeforeTailSql = "seq <= @after";
    private const string BeforeUsersSql = "id < @first";
    private const string OfEarlierUsersSql = "user_id < @first";

    /// <summary>Changes the JSON of a column before it is written; null for none.</summary>
    public (string Column, Func<JsonNode, JsonNode> Change)? Mended { get; init; }

    /// <summary>Every row of every table that is not left out, but for the end that is about this instance.</summary>
    public static IReadOnlyList<ArchivedRows> All(IReadOnlyList<WholeTable> tables, LocalTail? tail) =>
    [
        .. tables.Where(static table => !ArchiveWords.LeftOut.ContainsKey(table.Name))
            .Select(table => new ArchivedRows(table, table.Columns, Before(tail, table.Name))),
    ];

    private static RowCondition? Before(LocalTail? tail, string table) => (table, tail) switch
    {
        ("events", { After: var after }) => new RowCondition(BeforeTailSql, ("after", after)),
        ("users", { FirstUser: { } first }) => new RowCondition(BeforeUsersSql, ("first", first)),
        ("inbox_reads", { FirstUser: { } first }) => new RowCondition(OfEarlierUsersSql, ("first", first)),
        _ => null,
    };
}
