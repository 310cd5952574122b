using System.Collections.ObjectModel;
using System.Text.Json;

namespace ClaimTracker.Api.Domain.Fields;

/// <summary>The rows with the values that claims, articles and sources have of fields. Each kind has a table of its own.</summary>
internal static class FieldRows
{
    private const string Columns = "f.name, f.type, v.value";
    private const string From = "v join fields f on f.id = v.field_id";

    private const string JsonSql = "(select json_group_array(json_object('name', w.name, 'type', w.type, 'value', w.value)) from (";

    /// <summary>The values of a claim (<c>c</c>), as <see cref="OfColumn"/> reads them.</summary>
    public const string OfClaimSql = $"""
        coalesce({JsonSql}
            select {Columns} from claim_fields {From} where v.claim_id = c.id
            order by v.field_id, v.ordinal) w), '[]')
        """;

    /// <summary>The values of an article (<c>a</c>), as <see cref="OfColumn"/> reads them.</summary>
    public const string OfArticleSql = $"""
        coalesce({JsonSql}
            select {Columns} from article_fields {From} where v.article_id = a.id
            order by v.field_id, v.ordinal) w), '[]')
        """;

    /// <summary>The values of a source (<c>s</c>), as <see cref="OfColumn"/> reads them.</summary>
    public const string OfSourceSql = $"""
        coalesce({JsonSql}
            select {Columns} from source_fields {From} where v.source_id = s.id
            order by v.field_id, v.ordinal) w), '[]')
        """;

    private const string RemoveOfClaimSql = "delete from claim_fields where claim_id = @id";
    private const string RemoveOfArticleSql = "delete from article_fields where article_id = @id";
    private const string RemoveOfSourceSql = "delete from source_fields where source_id = @id";

    private const string InsertOfClaimSql = "insert into claim_fields (claim_id, field_id, ordinal, value, value_key)";
    private const string InsertOfArticleSql = "insert into article_fields (article_id, field_id, ordinal, value, value_key)";
    private const string InsertOfSourceSql = "insert into source_fields (source_id, field_id, ordinal, value, value_key)";

    /// <summary>The values of a thing that has none.</summary>
    public static readonly IReadOnlyDictionary<string, FieldValue?> None = ReadOnlyDictionary<string, FieldValue?>.Empty;

    /// <summary>The values in a column of <see cref="OfClaimSql"/> and its like, by the name of the field.</summary>
    public static IReadOnlyDictionary<string, FieldValue?> OfColumn(string json) =>
        json == "[]" ? None : Values(JsonSerializer.Deserialize<IReadOnlyList<FieldRow>>(json, ApiJson.Stored)!);

    private static IReadOnlyDictionary<string, FieldValue?> Values(IReadOnlyList<FieldRow> rows) => rows.Count == 0 ? None : rows
        .GroupBy(static row => (row.Name, row.Type))
        .ToDictionary(
            static field => field.Key.Name,
            static field => (FieldValue?)FieldRules.Value(field.Key.Type, [.. field.Select(static row => row.Value)]),
            StringComparer.Ordinal);

    /// <summary>The rows of the values of a thing, in the order in which a digest has them.</summary>
    public static IReadOnlyList<object?[]> Of(long id, IReadOnlyList<FieldText> texts) =>
        [.. InOrder(texts).Select(text => new object?[] { id, text.FieldId, text.Ordinal, text.Value, text.ValueKey })];

    /// <summary>Adds the values of new things.</summary>
    public static Task InsertAsync(WriteTx tx, FieldSubject on, IReadOnlyList<object?[]> rows) =>
        tx.InsertRowsAsync(Pick(on, InsertOfClaimSql, InsertOfArticleSql, InsertOfSourceSql), rows);

    /// <summary>The texts in the order in which a digest has them.</summary>
    public static IEnumerable<FieldText> InOrder(IReadOnlyList<FieldText> texts) =>
        texts.OrderBy(static text => text.FieldId).ThenBy(static text => text.Ordinal);

    /// <summary>Replaces the values of a thing.</summary>
    public static async Task ReplaceAsync(WriteTx tx, FieldSubject on, long id, IReadOnlyList<FieldText> texts)
    {
        await tx.ExecuteAsync(Pick(on, RemoveOfClaimSql, RemoveOfArticleSql, RemoveOfSourceSql), new { id });
        await InsertAsync(tx, on, Of(id, texts));
    }

    /// <summary>Whether two things have the same values.</summary>
    public static bool AreSame(IReadOnlyDictionary<string, FieldValue?> one, IReadOnlyDictionary<string, FieldValue?> other) =>
        one.Count == other.Count && one.All(field => other.TryGetValue(field.Key, out var value) && Equals(value, field.Value));

    private static string Pick(FieldSubject on, string ofClaims, string ofArticles, string ofSources) => on switch
    {
        FieldSubject.Claim => ofClaims,
        FieldSubject.Article => ofArticles,
        _ => ofSources,
    };
}

/// <summary>One value of a field as it is kept.</summary>
internal sealed record FieldRow(string Name, FieldType Type, string Value);
