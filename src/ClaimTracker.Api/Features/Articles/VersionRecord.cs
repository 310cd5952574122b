using System.Text.Json;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Events;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes a version of an article: its text, blocks and sentences, and what became of the sentences of the version before.</summary>
internal static class VersionRecord
{
    private const string VersionSql = """
        insert into article_versions (article_id, version, text, text_sha256, created_by, created_at)
        values (@id, @version, @Text, @digest, @actor, @Now)
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

    /// <summary>The version that an article begins with: every sentence is new.</summary>
    public static Task InsertFirstAsync(WriteTx tx, string actor, long id, ReadArticle read, string language) =>
        InsertAsync(tx, actor, id, version: 1, read, new long?[read.Sentences.Count], language);

    /// <summary>
    /// The next version. Sentences that were kept have the ids that they had, with all that hangs on them; what hangs on the
    /// others goes along to what came of them, to be checked again, or stays with those that are gone.
    /// </summary>
    /// <param name="tx">The write.</param>
    /// <param name="actor">Who makes it.</param>
    /// <param name="current">The newest version.</param>
    /// <param name="read">The next one.</param>
    /// <param name="changes">What became of each sentence.</param>
    public static async Task<RevisionResponse> InsertNextAsync(
        WriteTx tx, string actor, CurrentVersion current, ReadArticle read, IReadOnlyList<SentenceChange> changes)
    {
        var version = current.Version + 1;
        var known = new long?[read.Sentences.Count];
        foreach (var kept in changes.Where(static change => change.Kind == ChangeKind.Kept))
        {
            known[kept.After[0]] = current.Sentences[kept.Before[0]].Id;
        }

        var ids = await InsertAsync(tx, actor, current.Id, version, read, known, current.Language);
        var lineage = changes.Where(static change => change.Kind != ChangeKind.Kept).SelectMany(change => Pairs(change, current, ids)).ToList();
        await tx.ExecuteAsync(LineageSql, lineage.Select(pair => new { current.Id, version, pair.From, pair.To, Kind = pair.Kind.ToWord() }));
        var successions = changes.Where(static change => change.Kind is ChangeKind.Edited or ChangeKind.Split or ChangeKind.Merged)
            .SelectMany(change => change.Before.Select(from => new SuccessionOfSentence(
                new WordsOfSentence(current.Sentences[from].Id, current.Sentences[from].Text),
                [.. change.After.Select(to => new WordsOfSentence(ids[to], read.Sentences[to].Text))])));
        await CarriedLinks.CarryAsync(tx, actor, current.Id, [.. successions]);
        await tx.ExecuteAsync(AdvanceSql, new { current.Id, version, tx.Now });

        var revision = RevisionResponse.Of(current.Id, version, changes, lineage);
        await tx.RecordAsync(
            actor, "article.revised", $"article/{current.Id}",
            before: new { current.Version, textSha256 = current.Digest },
            after: new { revision.Version, textSha256 = ArticleRecord.Digest(read.Text), blocks = read.Blocks.Count, revision.Lineage },
            touched: [Projections.Version(current.Id, version)]);
        return revision;
    }

    private static IEnumerable<LineagePair> Pairs(SentenceChange change, CurrentVersion current, IReadOnlyList<long> ids) =>
        from before in change.Before.Count == 0 ? [null] : change.Before.Select(i => (long?)current.Sentences[i].Id)
        from after in change.After.Count == 0 ? [null] : change.After.Select(i => (long?)ids[i])
        select new LineagePair(before, after, change.Kind);

    /// <returns>The ids of the sentences, in their order.</returns>
    private static async Task<IReadOnlyList<long>> InsertAsync(
        WriteTx tx, string actor, long id, int version, ReadArticle read, long?[] known, string language)
    {
        var digest = ArticleRecord.Digest(read.Text);
        await tx.ExecuteAsync(VersionSql, new { id, version, read.Text, digest, actor, tx.Now });
        await tx.ExecuteAsync(BlockSql, read.Blocks.Select(b => new { id, version, b.Ordinal, Type = b.Type.ToWord(), b.Start, b.End }));
        var made = new Queue<long>(await tx.InsertAllAsync(SentenceSql, read.Sentences.Where(s => known[s.Ordinal] is null).Select(sentence =>
        {
            var worth = CheckWorthiness.Score(sentence.Text, language);
            return new { id, sentence.Text, worth.Score, Components = JsonSerializer.Serialize(worth.Components, ApiJson.Options) };
        })));
        var ids = known.Select(kept => kept ?? made.Dequeue()).ToList();
        await tx.ExecuteAsync(PositionSql, read.Sentences.Select(sentence => new
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
