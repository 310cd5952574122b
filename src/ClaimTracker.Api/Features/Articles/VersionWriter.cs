using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes versions of articles: text, blocks and sentences, and the fate of the sentences of the version before.</summary>
internal static class VersionWriter
{
    private const string VersionSql = """
        insert into article_versions (article_id, version, text, text_sha256, created_by, created_at)
        values (@id, @version, @Text, @Digest, @Actor, @Now)
        """;

    private const string BlockSql = """
        insert into blocks (article_id, version, ordinal, type, start_offset, end_offset)
        values (@id, @version, @Ordinal, @Type, @Start, @End)
        """;

    private const string SentenceSql = """
        insert into sentences (article_id, text, score, score_components)
        values (@id, @Text, @Score, @Components)
        returning id
        """;

    private const string PositionSql = """
        insert into sentence_positions (article_id, version, ordinal, sentence_id, block_ordinal, start_offset, end_offset, prefix, suffix)
        values (@id, @version, @Ordinal, @SentenceId, @BlockOrdinal, @Start, @End, @Prefix, @Suffix)
        """;

    private const string LineageSql = """
        insert into sentence_lineage (article_id, version, from_sentence, to_sentence, kind)
        values (@Id, @version, @From, @To, @Kind)
        """;

    private const string AdvanceSql = "update articles set version = @version, updated_at = @Now where id = @Id";

    /// <summary>Adds the version that an article begins with: every sentence is new.</summary>
    public static Task InsertFirstAsync(Change change, long id, PreparedText text) =>
        InsertAsync(change, id, version: 1, text, new long?[text.Read.Sentences.Count]);

    /// <summary>
    /// Adds the next version, with its event. Sentences that were kept have the ids that they had, with everything that is linked to
    /// them. The links of the others move to the sentences that replaced them, to be checked again, or stay with sentences that are gone.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="current">The newest version.</param>
    /// <param name="next">The next one.</param>
    /// <param name="alignment">The fate of each sentence.</param>
    public static async Task<RevisionResponse> InsertNextAsync(
        Change change, ArticleVersion current, PreparedText next, IReadOnlyList<SentenceChange> alignment)
    {
        var (version, sentences) = (current.Version + 1, next.Read.Sentences);
        var known = new long?[sentences.Count];
        foreach (var kept in alignment.Where(static pair => pair.Kind == ChangeKind.Kept))
        {
            known[kept.After[0]] = current.Sentences[kept.Before[0]].Id;
        }

        var ids = await InsertAsync(change, current.Id, version, next, known);
        var lineage = alignment.Where(static pair => pair.Kind != ChangeKind.Kept).SelectMany(pair => Pairs(pair, current, ids)).ToList();
        await change.ExecuteAsync(LineageSql, lineage.Select(pair => new { current.Id, version, pair.From, pair.To, pair.Kind }));
        var successions = alignment.Where(static pair => pair.Kind is ChangeKind.Edited or ChangeKind.Split or ChangeKind.Merged)
            .SelectMany(pair => pair.Before.Select(from => new SuccessionOfSentence(
                new WordsOfSentence(current.Sentences[from].Id, current.Sentences[from].Text),
                [.. pair.After.Select(to => new WordsOfSentence(ids[to], sentences[to].Text))])));
        await CarriedLinks.CarryAsync(change, current.Id, [.. successions]);
        await change.ExecuteAsync(AdvanceSql, new { current.Id, version, change.Now });

        var revision = RevisionResponse.Of(current.Id, version, alignment, lineage);
        await change.RecordAsync(
            EventKind.ArticleRevised,
            Subject.Article(current.Id),
            before: new { current.Version, textSha256 = current.Digest },
            after: new { revision.Version, textSha256 = next.Digest, blocks = next.Read.Blocks.Count, revision.Lineage },
            touched: [Subject.Version(current.Id, version)]);
        return revision;
    }

    private static IEnumerable<LineagePair> Pairs(SentenceChange pair, ArticleVersion current, IReadOnlyList<long> ids) =>
        from before in pair.Before.Count == 0 ? [null] : pair.Before.Select(i => (long?)current.Sentences[i].Id)
        from after in pair.After.Count == 0 ? [null] : pair.After.Select(i => (long?)ids[i])
        select new LineagePair(before, after, pair.Kind);

    /// <returns>The ids of the sentences, in their order.</returns>
    private static async Task<IReadOnlyList<long>> InsertAsync(Change change, long id, int version, PreparedText text, long?[] known)
    {
        var read = text.Read;
        await change.ExecuteAsync(VersionSql, new { id, version, read.Text, text.Digest, Actor = change.Actor.Name, change.Now });
        await change.ExecuteAsync(BlockSql, read.Blocks.Select(b => new { id, version, b.Ordinal, b.Type, b.Start, b.End }));
        var fresh = read.Sentences.Where(s => known[s.Ordinal] is null)
            .Select(s => new { id, s.Text, text.Scores[s.Ordinal].Score, text.Scores[s.Ordinal].Components });
        var made = new Queue<long>(await change.InsertAllAsync(SentenceSql, fresh));
        var ids = known.Select(kept => kept ?? made.Dequeue()).ToList();
        await change.ExecuteAsync(PositionSql, read.Sentences.Select(sentence => new
        {
            id,
            version,
            sentence.Ordinal,
            SentenceId = ids[sentence.Ordinal],
            sentence.BlockOrdinal,
            sentence.Start,
            sentence.End,
            sentence.Prefix,
            sentence.Suffix,
        }));
        return ids;
    }
}
