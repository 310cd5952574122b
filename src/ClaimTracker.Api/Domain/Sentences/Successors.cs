namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>Finds the sentences that took the place of others in later versions.</summary>
internal static class Successors
{
    // Through any number of edits, to those that stand in the newest version.
    private const string Sql = """
        with recursive chain (origin, id) as (
            select g.from_sentence, g.to_sentence
            from sentence_lineage g
            where g.article_id = @article and g.from_sentence between @first and @last and g.to_sentence is not null
            union
            select c.origin, g.to_sentence
            from chain c
            join sentence_lineage g on g.from_sentence = c.id
            where g.to_sentence is not null
        )
        select c.origin, c.id
        from chain c
        join sentences s on s.id = c.id
        join newest_layouts a on a.article_id = s.article_id
        join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
        order by c.origin, p.start_offset
        """;

    /// <param name="tx">A read.</param>
    /// <param name="article">The article.</param>
    /// <param name="first">The first of a range of sentences, by id.</param>
    /// <param name="last">The last of them.</param>
    /// <returns>The successors of each sentence, in the order of the text. One that was taken out has none.</returns>
    public static async Task<ILookup<long, long>> OfAsync(ReadTx tx, long article, long first, long last) =>
        (await tx.ListAsync<(long Origin, long Id)>(Sql, new { article, first, last }))
            .ToLookup(static row => row.Origin, static row => row.Id);
}
