using System.Collections.ObjectModel;

namespace ClaimTracker.Api.Domain.Fields;

/// <summary>Reads fields, and the values that claims have.</summary>
internal static class FieldReader
{
    private const string Columns = """
        f.id, f.subject as "on", f.name, f.type, f.choices, f.required, f.created_at, f.updated_at
        """;

    private const string Sql = $"select {Columns} from fields f where f.id in @ids";
    private const string AllSql = $"select {Columns} from fields f order by f.id";

    private const string ValuesSql = """
        select v.claim_id, f.name, f.type, v.value
        from claim_fields v
        join fields f on f.id = v.field_id
        where v.claim_id in @ids
        order by v.claim_id, v.field_id, v.ordinal
        """;

    /// <summary>The values of a claim (<c>c</c>) as JSON.</summary>
    public const string OfClaimSql = """
        (select json_group_array(json_object('name', w.name, 'type', w.type, 'value', w.value))
         from (
            select f.name, f.type, v.value
            from claim_fields v
            join fields f on f.id = v.field_id
            where v.claim_id = c.id
            order by v.field_id, v.ordinal) w)
        """;

    private static readonly IReadOnlyDictionary<string, FieldValue?> NoValues = ReadOnlyDictionary<string, FieldValue?>.Empty;

    private const string HoldersSql = "c.id in (select v.claim_id from claim_fields v where";

    // The index of PostgreSQL has the beginning of a value, which may be long.
    private const string AskedSql =
        "v.field_id = @FieldId and substr(v.value_key, 1, 200) = substr(@Asked, 1, 200) and v.value_key = @Asked";

    /// <returns>All fields, in the order in which they were made.</returns>
    public static Task<IReadOnlyList<FieldResponse>> AllAsync(ReadTx tx) => tx.ListAsync<FieldResponse>(AllSql);

    /// <returns>The fields in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<FieldResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var fields = (await tx.ListAsync<FieldResponse>(Sql, new { ids })).ToDictionary(static f => f.Id);
        return [.. ids.Where(fields.ContainsKey).Select(id => fields[id])];
    }

    public static async Task<FieldResponse?> FindAsync(ReadTx tx, long id) => await LoadAsync(tx, [id]) is [var field] ? field : null;

    /// <returns>The values of each claim, by the name of the field; only of claims that have any.</returns>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyDictionary<string, FieldValue?>>> ValuesAsync(ReadTx tx, long[] ids) =>
        (await tx.ListAsync<ValueRow>(ValuesSql, new { ids }))
            .GroupBy(static row => row.ClaimId)
            .ToDictionary(static claim => claim.Key, static claim => Values([.. claim.Select(static row => row.ToField())]));

    /// <summary>Values as they were kept, one by one, by the name of their field.</summary>
    public static IReadOnlyDictionary<string, FieldValue?> Values(IReadOnlyList<FieldRow> rows) => rows.Count == 0 ? NoValues : rows
        .GroupBy(static row => (row.Name, row.Type))
        .ToDictionary(
            static field => field.Key.Name,
            static field => (FieldValue?)FieldRules.Value(field.Key.Type, [.. field.Select(static row => row.Value)]),
            StringComparer.Ordinal);

    /// <summary>Adds a condition for each field that a filter of claims (<c>c</c>) asks for.</summary>
    /// <param name="tx">A read.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="asked">The texts by the name of the field.</param>
    /// <param name="path">What stands before the names in the request.</param>
    /// <exception cref="ProblemException">400: there is no such field, or its values have another form.</exception>
    public static async Task<Filter> AskAsync(ReadTx tx, Filter filter, IReadOnlyDictionary<string, string>? asked, string path)
    {
        if (asked is null)
        {
            return filter;
        }

        var fields = await AllAsync(tx);
        foreach (var (name, text) in asked)
        {
            var field = fields.Named(name, path);
            var key = FieldRules.AskedKey(field, text, path + FieldRules.Path(name));
            filter.Nest(HoldersSql, new Filter().And(AskedSql, new { FieldId = field.Id, Asked = key }));
        }

        return filter;
    }

    /// <summary>The field of this name.</summary>
    /// <exception cref="ProblemException">400: there is none.</exception>
    public static FieldResponse Named(this IReadOnlyList<FieldResponse> fields, string name, string path = "") =>
        fields.FirstOrDefault(field => field.Name == name) ?? throw Problem.Invalid(path + FieldRules.Path(name), fields.Count == 0
            ? "is no field: the desk has none"
            : $"is no field. They are {string.Join(", ", fields.Select(static field => field.Name))}.");

    private sealed record ValueRow
    {
        public required long ClaimId { get; init; }

        public required string Name { get; init; }

        public required FieldType Type { get; init; }

        public required string Value { get; init; }

        public FieldRow ToField() => new(Name, Type, Value);
    }
}

/// <summary>One value of a field as it is kept.</summary>
internal sealed record FieldRow(string Name, FieldType Type, string Value);
