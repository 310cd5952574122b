using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>Accidents of sentences and claims, written into the database as the routes that cause them would leave it.</summary>
internal static class Mishaps
{
    private const string NextVersionSql = """
        insert into article_versions (article_id, version, text, text_sha256, created_by, created_at)
        select v.article_id, v.version + 1, v.text, v.text_sha256, v.created_by, v.created_at
        from articles a
        join article_versions v on v.article_id = a.id and v.version = a.version
        where a.id = @article
        """;

    private const string BlocksSql = """
        insert into blocks (article_id, version, ordinal, type, start_offset, end_offset)
        select b.article_id, b.version + 1, b.ordinal, b.type, b.start_offset, b.end_offset
        from articles a
        join blocks b on b.article_id = a.id and b.version = a.version
        where a.id = @article
        """;

    private const string KeptSql = """
        insert into sentence_positions (
            article_id, layout, version, ordinal, sentence_id, block_ordinal, start_offset, end_offset, prefix, suffix)
        select
            p.article_id,
            p.version + 1,
            p.version + 1,
            p.ordinal,
            p.sentence_id,
            p.block_ordinal,
            p.start_offset,
            p.end_offset,
            p.prefix,
            p.suffix
        from articles a
        join version_sentences p on p.article_id = a.id and p.version = a.version
        where a.id = @article and p.sentence_id <> @sentence
        """;

    private const string NewestSql = "update articles set version = version + 1 where id = @article";

    /// <summary>Adds a version that has every sentence but one.</summary>
    public static async Task DropAsync(this ApiHost host, long article, long sentence)
    {
        foreach (var sql in new[] { NextVersionSql, BlocksSql, KeptSql, NewestSql })
        {
            await host.WritePastTheHistoryAsync(sql, new { article, sentence });
        }
    }

    /// <summary>Marks the sentence as edited since it was linked or, with false, as checked again.</summary>
    public static Task MarkEditedAsync(this ApiHost host, long sentence, long claim, bool edited = true) =>
        host.WritePastTheHistoryAsync(
            "update sentence_claims set needs_recheck = @edited where sentence_id = @sentence and claim_id = @claim",
            new { sentence, claim, edited });
}
