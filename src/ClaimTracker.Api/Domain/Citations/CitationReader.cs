namespace ClaimTracker.Api.Domain.Citations;

/// <summary>Reads citations at their place in the newest version of the article: one query, however many.</summary>
internal static class CitationReader
{
    /// <summary>The place in the newest version, in the order of the text; those whose sentence is gone come last.</summary>
    public const string PlaceSql = "coalesce(p.start_offset + coalesce(c.span_start, 0), 2147483647)";

    private const string Columns = """
        c.id,
        c.article_id,
        c.sentence_id,
        s.text as sentence,
        p.start_offset + coalesce(c.span_start, 0) as "start",
        coalesce(p.start_offset + c.span_end, p.end_offset) as "end",
        c.kind,
        c.url,
        c.text,
        c.author,
        c.noted_at as at,
        c.state,
        c.reason,
        c.evidence_id,
        c.settled_by,
        c.settled_at
        """;

    private const string From = """
        citations c
        join sentences s on s.id = c.sentence_id
        join newest_layouts a on a.article_id = c.article_id
        left join sentence_positions p on p.sentence_id = c.sentence_id and p.layout = a.layout and p.gone_in is null
        """;

    private const string Sql = $"""
        select {Columns}
        from {From}
        where c.id in @ids
        """;

    private const string OpenSql = $"""
        select {Columns}
        from {From}
        where c.article_id = @article and c.state = 'open' and p.start_offset is not null
        order by c.id
        """;

    /// <summary>Reads those of an article that are open and at words of its newest version.</summary>
    public static Task<IReadOnlyList<CitationResponse>> FindOpenAsync(ReadTx tx, long article) =>
        tx.ListAsync<CitationResponse>(OpenSql, new { article });

    /// <summary>Reads a page of citations in the order of the text.</summary>
    public static Task<Page<CitationResponse>> PageAsync(ReadTx tx, Keyset keyset, Filter filter) => tx.PageAsync(
        keyset, new PageQuery<CitationResponse>(Columns, From, filter, static c => ((long)(c.Start ?? int.MaxValue), c.Id)));

    /// <returns>Those that exist, in no order.</returns>
    public static Task<IReadOnlyList<CitationResponse>> LoadAsync(ReadTx tx, long[] ids) =>
        tx.ListAsync<CitationResponse>(Sql, new { ids });

    public static async Task<CitationResponse?> FindAsync(ReadTx tx, long id) =>
        await LoadAsync(tx, [id]) is [var citation] ? citation : null;
}
