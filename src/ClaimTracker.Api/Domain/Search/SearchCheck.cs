namespace ClaimTracker.Api.Domain.Search;

/// <summary>Compares the search index with what it is made of.</summary>
internal static class SearchCheck
{
    /// <summary>Words of a thing that must find it.</summary>
    private const int WordsOfThing = 8;

    private const int ThingsAtOnce = 500;

    /// <summary>Looks each thing up by its own words, and counts the rows of the index.</summary>
    /// <returns>What is wrong, in sentences for the operator.</returns>
    public static Task<IReadOnlyList<string>> RunAsync(Db db, CancellationToken cancellation) => db.ReadAsync(async tx =>
    {
        var faults = new List<string>();
        foreach (var table in SearchTable.All)
        {
            var rows = 0L;
            for (IReadOnlyList<long>? ids = [0]; ids is [.., var after];)
            {
                ids = await tx.ListAsync<long>(table.Page, new { After = after, Take = ThingsAtOnce });
                foreach (var thing in await tx.ListAsync<SearchedThing>(table.Texts, new { Ids = ids.ToArray() }))
                {
                    var parts = thing.ToRows().ToList();
                    rows += parts.Count;
                    if (!await IsFoundAsync(tx, table, parts[0]))
                    {
                        faults.Add($"The search index does not find {table.Kind.ToWord()} {thing.Id}: run search rebuild.");
                    }
                }
            }

            var indexed = await tx.SingleAsync<long>(table.Rows);
            if (indexed != rows)
            {
                faults.Add($"The search index has {indexed} rows of kind {table.Kind.ToWord()} instead of {rows}: run search rebuild.");
            }
        }

        return (IReadOnlyList<string>)faults;
    }, cancellation);

    private static async Task<bool> IsFoundAsync(ReadTx tx, SearchTable table, IndexedThing thing)
    {
        var words = new[] { thing.Title, thing.Text, thing.Name, thing.Note }
            .SelectMany(static part => part)
            .Distinct(StringComparer.Ordinal)
            .Take(WordsOfThing);
        var query = new WordQuery([.. words.Select(static word => new WordClause([word], Excluded: false, Field: null, Endings: null))]);
        return query.Clauses.Count == 0 || await tx.AnyAsync(table.Has.Of(tx.Dialect), new
        {
            thing.Id,
            Words = SearchText.OfFts5(query, inside: true),
            Query = SearchText.OfPostgres(query, inside: true),
        });
    }
}
