namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads versions of articles; the newest, unless another is asked for.</summary>
internal static class VersionReader
{
    private const string From = """
        from articles a
        join article_versions v on v.article_id = a.id and v.version = coalesce(@version, a.version)
        join article_versions t on t.article_id = a.id and t.version = coalesce(v.layout, v.version)
        where a.id = @id
        """;

    private const string NumberSql = $"select v.version {From}";
    private const string TextSql = $"select t.text {From}";
    private const string LengthSql = $"select length(t.text) {From}";
    private const string VersionSql = $"""
        select
            a.id,
            v.version,
            v.layout,
            a.language,
            a.kind,
            a.erased_at is not null as erased,
            t.text,
            t.text_sha256 as digest,
            t.reading,
            a.set_apart,
            {BlocksOfArticleSql} as blocks
        {From}
        """;

    /// <summary>The blocks of an article (<c>a</c>) in the version that is asked for, or the newest, as JSON.</summary>
    public const string BlocksOfArticleSql = """
        coalesce(
            (select json_group_array(json_object('ordinal', b.ordinal, 'type', b.type, 'start', b.start_offset, 'end', b.end_offset,
                'page', b.page))
             from (
                select b.*
                from article_versions v
                join blocks b on b.article_id = v.article_id and b.version = coalesce(v.layout, v.version)
                where v.article_id = a.id and v.version = coalesce(@version, a.version)
                order by b.ordinal) b),
            '[]')
        """;

    /// <summary>How the text of an article (<c>a</c>) was read in the version that is asked for, or the newest.</summary>
    public const string ReadingOfArticleSql = """
        (select t.reading
         from article_versions v
         join article_versions t on t.article_id = v.article_id and t.version = coalesce(v.layout, v.version)
         where v.article_id = a.id and v.version = coalesce(@version, a.version))
        """;

    private const string SentencesSql = """
        select
            s.id,
            p.ordinal,
            p.block_ordinal,
            p.start_offset as "start",
            p.end_offset as "end",
            s.text,
            p.prefix,
            p.suffix,
            s.score,
            s.score_components,
            s.media_start,
            s.media_end
        from version_sentences p
        join sentences s on s.id = p.sentence_id
        where p.article_id = @id and p.version = @version
        order by p.start_offset
        """;

    /// <exception cref="ProblemException">404.</exception>
    public static async Task<int> NumberAsync(ReadTx tx, long id, int? version = null) =>
        await tx.FirstAsync<int?>(NumberSql, new { id, version }) ?? throw Missing(id, version);

    /// <exception cref="ProblemException">404.</exception>
    public static async Task<string> TextAsync(ReadTx tx, long id, int? version) =>
        await tx.FirstAsync<string>(TextSql, new { id, version }) ?? throw Missing(id, version);

    /// <summary>The number of characters of a version.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static async Task<int> LengthAsync(ReadTx tx, long id, int? version) =>
        await tx.FirstAsync<int?>(LengthSql, new { id, version }) ?? throw Missing(id, version);

    /// <summary>Reads a version with its text, blocks and sentences.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static async Task<ArticleVersion> FindAsync(ReadTx tx, long id, int? version = null)
    {
        var found = await tx.FirstAsync<ArticleVersion>(VersionSql, new { id, version }) ?? throw Missing(id, version);
        return found with { Sentences = await tx.ListAsync<PlacedSentence>(SentencesSql, new { id, version = found.Version }) };
    }

    /// <summary>The refusal of a version that an article does not have, or of an article that does not exist.</summary>
    public static ProblemException Missing(long id, int? version) => version is null
        ? Subject.Article(id).ToNotFound()
        : new ProblemException(ProblemType.NotFound, $"There is no version {version} of article {id}.");
}
