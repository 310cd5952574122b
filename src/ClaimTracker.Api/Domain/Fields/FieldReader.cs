namespace ClaimTracker.Api.Domain.Fields;

/// <summary>Reads fields, and the values that claims, articles and sources have.</summary>
internal static class FieldReader
{
    private const string Columns = """
        f.id, f.subject as "on", f.name, f.type, f.choices, f.required, f.created_at, f.updated_at
        """;

    private const string Sql = $"select {Columns} from fields f where f.id in @ids";
    private const string AllSql = $"select {Columns} from fields f where f.subject = @on order by f.id";

    // The index of PostgreSQL has the beginning of a value, which may be long.
    private const string AskedSql =
        "v.field_id = @FieldId and substr(v.value_key, 1, 200) = substr(@Asked, 1, 200) and v.value_key = @Asked";

    private const string ClaimHoldersSql = $"select v.claim_id from claim_fields v where {AskedSql}";
    private const string ArticleHoldersSql = $"select v.article_id from article_fields v where {AskedSql}";
    private const string SourceHoldersSql = $"select v.source_id from source_fields v where {AskedSql}";
    private const string IsClaimHolderSql = $"exists (select 1 from claim_fields v where v.claim_id = c.id and {AskedSql})";
    private const string IsArticleHolderSql = $"exists (select 1 from article_fields v where v.article_id = a.id and {AskedSql})";
    private const string IsSourceHolderSql = $"exists (select 1 from source_fields v where v.source_id = s.id and {AskedSql})";

    /// <summary>Reads the fields of one kind of thing. The writes of one transaction do so once, and anew after a change.</summary>
    /// <returns>All of them, in the order in which they were made.</returns>
    public static async Task<IReadOnlyList<FieldResponse>> AllAsync(ReadTx tx, FieldSubject on)
    {
        var noted = (tx as WriteTx)?.Recall<NotedFields>() ?? [];
        if (!noted.TryGetValue(on, out var fields))
        {
            noted[on] = fields = await tx.ListAsync<FieldResponse>(AllSql, new { on });
            (tx as WriteTx)?.Note(noted);
        }

        return fields;
    }

    /// <returns>The fields in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<FieldResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var fields = (await tx.ListAsync<FieldResponse>(Sql, new { ids })).ToDictionary(static f => f.Id);
        return [.. ids.Where(fields.ContainsKey).Select(id => fields[id])];
    }

    public static async Task<FieldResponse?> FindAsync(ReadTx tx, long id) => await LoadAsync(tx, [id]) is [var field] ? field : null;

    /// <summary>
    /// Adds a condition for each field that a filter of claims (<c>c</c>), articles (<c>a</c>) or sources (<c>s</c>) asks for.
    /// </summary>
    /// <param name="tx">A read.</param>
    /// <param name="on">What the filter lists.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="asked">The texts by the name of the field.</param>
    /// <param name="path">What stands before the names in the request.</param>
    /// <exception cref="ProblemException">400: there is no such field, or its values have another form.</exception>
    public static async Task<Filter> AskAsync(
        ReadTx tx, FieldSubject on, Filter filter, IReadOnlyDictionary<string, string>? asked, string path = "")
    {
        if (asked is null)
        {
            return filter;
        }

        var fields = await AllAsync(tx, on);
        foreach (var (name, text) in asked)
        {
            var field = fields.Named(name, path);
            var key = FieldRules.AskedKey(field, text, path + FieldRules.Path(name));
            filter.Nest("(", Holding(on, new { FieldId = field.Id, Asked = key }));
        }

        return filter;
    }

    private static Filter Holding(FieldSubject on, object asked) => on switch
    {
        FieldSubject.Claim => new Filter().Among(true, "c.id", ClaimHoldersSql, IsClaimHolderSql, asked),
        FieldSubject.Article => new Filter().Among(true, "a.id", ArticleHoldersSql, IsArticleHolderSql, asked),
        _ => new Filter().Among(true, "s.id", SourceHoldersSql, IsSourceHolderSql, asked),
    };

    /// <summary>The field of this name.</summary>
    /// <exception cref="ProblemException">400: there is none.</exception>
    public static FieldResponse Named(this IReadOnlyList<FieldResponse> fields, string name, string path = "") =>
        fields.FirstOrDefault(field => field.Name == name) ?? throw Problem.Invalid(path + FieldRules.Path(name), fields.Count == 0
            ? "is no field: none is defined"
            : $"is no field. They are {string.Join(", ", fields.Select(static field => field.Name))}.");
}

/// <summary>The fields that were read in one transaction.</summary>
internal sealed class NotedFields : Dictionary<FieldSubject, IReadOnlyList<FieldResponse>>;
