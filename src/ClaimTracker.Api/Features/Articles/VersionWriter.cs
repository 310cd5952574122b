using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes versions of articles: text, blocks and sentences, and the fate of the sentences of the version before.</summary>
internal static class VersionWriter
{
    private const string VersionsSql =
        "insert into article_versions (article_id, version, text, text_sha256, created_by, created_at, layout, reading)";

    private const string BlocksSql = "insert into blocks (article_id, version, ordinal, type, start_offset, end_offset, page)";
    private const string SentencesSql = "insert into sentences (id, article_id, text, score, score_components, media_start, media_end)";

    private const string PositionsSql = """
        insert into sentence_positions (
            article_id, version, ordinal, sentence_id, block_ordinal, start_offset, end_offset, prefix, suffix, layout)
        """;

    private const string CitationsSql = """
        insert into citations (
            id, article_id, version, first_sentence, first_start, first_end, kind, url, text, author, noted_at, created_by, created_at,
            sentence_id, span_start, span_end, state)
        """;

    private const string GoneSql = "update sentence_positions set gone_in = @version where layout = @Layout and sentence_id in @ids";

    private const string LineageSql = "insert into sentence_lineage (id, article_id, version, from_sentence, to_sentence, kind)";
    private const string StandsSql = "select 1 from articles where id = @Id and version = @Version and erased_at is null";
    private const string AdvanceSql = "update articles set version = @version, set_apart = @SetApart, updated_at = @Now where id = @Id";

    /// <summary>Adds the version that an article begins with: every sentence is new.</summary>
    /// <returns>The digest of the version.</returns>
    public static async Task<string> InsertFirstAsync(Change change, long id, PreparedText text)
    {
        var plain = await VersionRows.TakeAsync(change, id, version: 1, text, new PlacedSentence?[text.Read.Sentences.Count]);
        var rows = await plain.WithAsync(change, text.Citations, new PresentCitations());
        var digest = rows.DigestAsync([], []);
        await InsertAsync(change, rows, text.WeightsVersion);
        change.Keep<TouchedThings>().Bring(text.Read.Text, text.Words);
        return await digest;
    }

    /// <summary>
    /// Adds the next version, with its event. Sentences that were kept have the ids that they had, with everything that is linked to
    /// them. The links of the others move to the sentences that replaced them, to be checked again, or stay with sentences that are gone.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="prepared">The next version, and what becomes of the sentences of the newest.</param>
    /// <exception cref="OutdatedException">There is a newer version.</exception>
    public static async Task<RevisionResponse> InsertNextAsync(Change change, PreparedRevision prepared)
    {
        var (current, next, alignment) = prepared;
        await RequireNewestAsync(change, current);
        if (next is null)
        {
            return RevisionResponse.Of(current.Id, current.Version, alignment, []);
        }

        var (version, sentences) = (current.Version + 1, next.Read.Sentences);
        var kept = new PlacedSentence?[sentences.Count];
        foreach (var pair in alignment.Where(static pair => pair.Kind == ChangeKind.Kept))
        {
            kept[pair.After[0]] = current.Sentences[pair.Before[0]];
        }

        var plain = await VersionRows.TakeAsync(change, current.Id, version, next, kept);
        var successions = Successions(prepared, plain.Ids);
        var citations = (await CarriedCitations.ReadAsync(change, current.Id)).Over(successions);
        var rows = await plain.WithAsync(change, next.Citations, citations.ToPresent());
        var lineage = alignment.Where(static pair => pair.Kind != ChangeKind.Kept)
            .SelectMany(pair => Pairs(pair, current, rows.Ids))
            .ToList();
        var lineageRows = await LineageRowsAsync(change, current.Id, version, lineage);
        var gone = Gone(next, lineage);
        var digest = rows.DigestAsync(lineageRows, gone);
        await InsertAsync(change, rows, next.WeightsVersion);
        change.Keep<TouchedThings>().Bring(next.Read.Text, next.Words);
        await change.InsertRowsAsync(LineageSql, lineageRows);
        await change.ExecuteAsync(GoneSql, new { version, next.Layout, ids = gone });
        await CarriedLinks.CarryAsync(change, current.Id, successions);
        var carried = await citations.WriteAsync(change);
        await change.ExecuteAsync(AdvanceSql, new { current.Id, version, next.SetApart, change.Now });

        var revision = RevisionResponse.Of(current.Id, version, alignment, lineage);
        await change.RecordAsync(
            EventKind.ArticleRevised,
            Subject.Article(current.Id),
            before: new { current.Version, textSha256 = current.Digest },
            after: new
            {
                revision.Version,
                textSha256 = next.Digest,
                blocks = next.Read.Blocks.Count,
                citations = rows.Citations.Count,
                revision.Lineage,
            },
            known: new Dictionary<Subject, string?>(carried)
            {
                [Subject.Version(current.Id, version)] = await digest,
            });
        return revision;
    }

    /// <summary>Refuses work that was done on a version that is no longer the newest, or on words that were erased since.</summary>
    /// <exception cref="OutdatedException">There is a newer version, or the words were erased.</exception>
    public static async Task RequireNewestAsync(Change change, ArticleVersion current)
    {
        if (!await change.AnyAsync(StandsSql, new { current.Id, current.Version }))
        {
            throw new OutdatedException();
        }
    }

    private static IEnumerable<LineagePair> Pairs(SentenceChange pair, ArticleVersion current, IReadOnlyList<long> ids) =>
        from before in pair.Before.Count == 0 ? [null] : pair.Before.Select(i => (long?)current.Sentences[i].Id)
        from after in pair.After.Count == 0 ? [null] : pair.After.Select(i => (long?)ids[i])
        select new LineagePair(before, after, pair.Kind);

    private static async Task InsertAsync(Change change, VersionRows rows, int weights)
    {
        await change.InsertRowsAsync(VersionsSql, [rows.Version]);
        await change.InsertRowsAsync(BlocksSql, rows.Blocks);
        await change.InsertRowsAsync(SentencesSql, rows.Fresh);
        await SentenceScoreRows.NoteAsync(change, rows.Fresh.Select(static row => row[0]), weights);
        await change.InsertRowsAsync(PositionsSql, rows.Positions);
        await change.InsertRowsAsync(CitationsSql, rows.Citations);
    }

    /// <summary>The sentences that others took the place of.</summary>
    private static List<SuccessionOfSentence> Successions(PreparedRevision prepared, IReadOnlyList<long> ids) =>
    [
        .. prepared.Changes.Where(static pair => pair.Kind is ChangeKind.Edited or ChangeKind.Split or ChangeKind.Merged)
            .SelectMany(pair => pair.Before.Select(from => new SuccessionOfSentence(
                new WordsOfSentence(prepared.Before.Sentences[from].Id, prepared.Before.Sentences[from].Text),
                [.. pair.After.Select(to => new WordsOfSentence(ids[to], prepared.Next!.Read.Sentences[to].Text))]))),
    ];

    /// <summary>The sentences that a layout goes on without: their positions end.</summary>
    /// <returns>Their ids, in ascending order; none if a layout begins, which has positions of its own.</returns>
    private static long[] Gone(PreparedText next, List<LineagePair> lineage) =>
        next.Layout is null ? [] : [.. lineage.Select(static pair => pair.From).OfType<long>().Distinct().Order()];

    private static async Task<IReadOnlyList<object?[]>> LineageRowsAsync(
        Change change, long id, int version, List<LineagePair> lineage)
    {
        var first = lineage.Count == 0 ? 0 : await change.TakeIdsAsync("sentence_lineage", lineage.Count);
        return [.. lineage.Select((pair, i) =>
            new object?[] { first + i, id, version, pair.From, pair.To, ColumnTypes.Plain<ChangeKind>(pair.Kind) })];
    }
}
