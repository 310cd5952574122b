namespace ClaimTracker.Api.Domain.Search;

/// <summary>The index of the words of one kind of thing: where its texts come from, and how rows of it are written and found.</summary>
/// <remarks>
/// What stands in another table is looked up for each thing: of a join with the ids that are asked for, PostgreSQL would read all of it.
/// In SQLite it is an FTS5 table without content, in PostgreSQL a table with a tsvector. Both hold words in the form of
/// <see cref="WordForms"/>, so that both find the same.
/// </remarks>
internal sealed class SearchTable
{
    /// <summary>Rows of a thing in the index, at most: the id of a row there is <c>id * 1024 + part</c>.</summary>
    public const int Parts = 1024;

    public static readonly IReadOnlyList<SearchTable> All =
    [
        new(SearchKind.Claim, "claims", "claim_words", """
            select
                t.id,
                t.headline as title,
                t.text,
                coalesce(
                    (select group_concat(n.name || ' ' || coalesce(n.job_title, ''), ' ') from claim_claimants n where n.claim_id = t.id),
                    '')
                    || ' ' || coalesce((select group_concat(g.tag, ' ') from claim_tags g where g.claim_id = t.id), '')
                    || ' ' || coalesce(t.location, '') as name,
                null as note
            from claims t
            """),
        new(SearchKind.Article, "articles", "article_words", """
            select
                t.id,
                t.title,
                (select v.text
                 from article_versions v
                 where v.article_id = t.id
                    and v.version = (
                        select coalesce(w.layout, w.version)
                        from article_versions w
                        where w.article_id = t.id and w.version = t.version)) as text,
                coalesce(t.byline, '') || ' ' || coalesce(t.publisher, '') as name,
                null as note
            from articles t
            """),
        new(SearchKind.Source, "sources", "source_words", """
            select
                t.id,
                t.title,
                t.url as text,
                coalesce(t.author, '') || ' ' || coalesce(t.publisher, '') as name,
                t.reliability_note as note
            from sources t
            """),
        new(SearchKind.Evidence, "evidence", "evidence_words", """
            select
                t.id,
                (select s.title from sources s where s.id = t.source_id) as title,
                t.excerpt || ' ' || coalesce(t.locator_page, '') || ' ' || coalesce(t.locator_timestamp, '')
                    || ' ' || coalesce(t.locator_section, '') || ' ' || coalesce(t.locator_cell, '')
                    || ' ' || coalesce(t.public_note, '') as text,
                (select coalesce(s.author, '') || ' ' || coalesce(s.publisher, '') from sources s where s.id = t.source_id) as name,
                t.note
            from evidence t
            """),
        new(SearchKind.Verdict, "verdicts", "verdict_words", """
            select
                t.id,
                t.review_title as title,
                t.justification || ' ' || coalesce(t.correction_public_text, '')
                    || ' ' || coalesce((select c.text from claims c where c.id = t.current_claim_id), '') as text,
                (select r.name from ratings r where r.id = t.rating_id) as name,
                null as note
            from verdicts t
            """),
        new(SearchKind.Comment, "comments", "comment_words", """
            select t.id, null as title, t.text, t.author as name, null as note
            from comments t
            """),
        new(SearchKind.ImportedReview, "imported_reviews", "imported_review_words", """
            select
                t.id,
                t.title,
                t.claim || ' ' || coalesce(t.rating, '') as text,
                coalesce(t.claimant, '') || ' ' || coalesce(t.publisher, '') || ' ' || t.site as name,
                null as note
            from imported_reviews t
            """),
    ];

    private SearchTable(SearchKind kind, string things, string table, string texts)
    {
        const string ofThing = "between t.id * 1024 and t.id * 1024 + 1023";
        Kind = kind;
        Texts = $"{texts}\nwhere t.id in @Ids";
        Page = $"select t.id from {things} t where t.id > @After order by t.id limit @Take + 0";
        Remove = new( // A cross join: the other way round FTS5 would be read from end to end.
            $"""
            delete from {table}
            where rowid in (
                select w.rowid
                from (select value as id from json_each(@Ids)) t
                cross join {table} w on w.rowid {ofThing})
            """,
            $"delete from {table} w using unnest(@Ids) as t (id) where w.id {ofThing}");
        Insert = new(
            $"""
            insert into {table} (rowid, title, text, name, note)
            select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
            from json_each(@Rows)
            """,
            $"""
            insert into {table} (id, words)
            select cast(value ->> 0 as bigint), cast(value ->> 1 as tsvector)
            from json_array_elements(cast(@Rows as json))
            """);
        Clear = new($"insert into {table} ({table}) values ('delete-all')", $"delete from {table}");
        Merge = $"insert into {table} ({table}) values ('optimize')";
        Newest = $"select t.id from {things} t";
        Rows = $"select count(*) from {table}";
        Found = new(
            $"select w.rowid / {Parts} from {table} w where w.{table} match @Words",
            $"select w.id / {Parts} from {table} w where w.words @@ cast(@Query as tsquery)");
        Has = new(
            $"select 1 from {table} w where w.rowid = @Id * {Parts} and w.{table} match @Words",
            $"select 1 from {table} w where w.id = @Id * {Parts} and w.words @@ cast(@Query as tsquery)");
        Holds = new(
            $"exists (select 1 from {table} w where w.rowid {ofThing} and w.{table} match @Words)",
            $"exists (select 1 from {table} w where w.id {ofThing} and w.words @@ cast(@Query as tsquery))");
    }

    public SearchKind Kind { get; }

    /// <summary>Reads the texts of things by their ids, as <see cref="SearchedThing"/>.</summary>
    public string Texts { get; }

    /// <summary>Reads a page of the ids of all things, after a given one.</summary>
    public string Page { get; }

    /// <summary>Takes the rows of things out of the index.</summary>
    public SqlTexts Remove { get; }

    /// <summary>Puts rows into the index: an array of arrays, each with the id of a row and its columns.</summary>
    public SqlTexts Insert { get; }

    /// <summary>Empties the index.</summary>
    public SqlTexts Clear { get; }

    /// <summary>Has FTS5 write the index anew, without the words of rows that were taken out.</summary>
    public string Merge { get; }

    /// <summary>Counts the rows.</summary>
    public string Rows { get; }

    /// <summary>The query of the ids of the things that a search finds; an id can be there twice.</summary>
    public SqlTexts Found { get; }

    /// <summary>A row if a search finds the first row of a thing.</summary>
    public SqlTexts Has { get; }

    /// <summary>Whether a search finds the thing (<c>t</c>) of a row.</summary>
    public SqlTexts Holds { get; }

    private string Newest { get; }

    public static SearchTable Of(SearchKind kind) => All[(int)kind];

    /// <summary>The newest things (<c>t</c>) that meet conditions.</summary>
    public async Task<IReadOnlyList<long>> NewestAsync(ReadTx tx, Filter filter, int take)
    {
        await filter.SettleAsync(tx);
        filter.Parameters.Add("Take", take);
        return await tx.ListAsync<long>(
            $"{Newest} {filter.Clause(tx.Dialect)} order by t.id desc limit @Take + 0", filter.Parameters);
    }
}
