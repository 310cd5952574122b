using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>Makes rows of an archive with an earlier schema into rows of a later one.</summary>
/// <param name="Schema">The number of the migration that changed the table: rows of archives from before it are changed.</param>
/// <param name="Table">The table, by its name in the archive.</param>
/// <param name="Change">Gives the row as the later schema has it; null where it is no row any more.</param>
internal sealed record ArchiveUpgrade(string Schema, string Table, Func<JsonObject, JsonObject?> Change);

/// <summary>
/// What migrations since the first archive made of rows that are there. A column that is added and may be null needs no entry, nor does a
/// new table: a row without the column has null in it. Each entry gets a sample of the schema before it, which a test imports.
/// </summary>
internal static class ArchiveUpgrades
{
    /// <summary>In the order of the migrations.</summary>
    public static readonly IReadOnlyList<ArchiveUpgrade> All = [];

    /// <summary>Those for the rows of a table of an archive, in their order.</summary>
    public static IReadOnlyList<ArchiveUpgrade> Of(IReadOnlyList<ArchiveUpgrade> all, string schema, string table) =>
        [.. all.Where(upgrade => upgrade.Table == table && string.CompareOrdinal(upgrade.Schema, schema) > 0)];
}
