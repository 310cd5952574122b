using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>An erasure of an article that was worked out.</summary>
/// <param name="Current">The article when it was.</param>
/// <param name="Erasure">The erasure.</param>
internal sealed record PreparedArticleErasure(ArticleSummary Current, PreparedErasure Erasure);

internal sealed class EraseArticle : PreparedWriteEndpoint<EraseRequest, PreparedArticleErasure, ErasureResponse>
{
    private const string LengthsSql =
        "select version, length(text) from article_versions where article_id = @Id and layout is null order by version";

    private const string DigestSql =
        "update article_versions set text_sha256 = @Digest where article_id = @Id and coalesce(layout, version) = @Version";

    // The replies that settled them hold their words.
    private const string SettledSql = """
        select 'citation/' || id from citations where article_id = @Id and state <> 'open'
        union
        select 'evidence/' || evidence_id from citations where article_id = @Id and evidence_id is not null
        """;

    // The other system's id is often made of the title, and would give this article to who hands the text in again.
    private const string BlankSql = """
        update article_versions
        set text = substr(@blanks, 1, length(text)),
            reading = null
        where article_id = @Id;

        update sentences
        set text = substr(@blanks, 1, length(text)),
            score_components = '[]'
        where article_id = @Id;

        update sentence_positions
        set prefix = substr(@blanks, 1, length(prefix)),
            suffix = substr(@blanks, 1, length(suffix))
        where article_id = @Id;

        update citations
        set url = null,
            text = '',
            author = null
        where article_id = @Id;

        update articles
        set url = null,
            url_key = null,
            title = null,
            title_key = '',
            byline = null,
            external_app = null,
            external_id = null,
            set_apart = 0,
            erased_at = @Now,
            updated_at = @Now
        where id = @Id
        """;

    // Claims of its sentences, now or before an edit; what was found of them; and comments, with the words that they point at.
    private const string QuotesSql = """
        with own as (
            select l.claim_id
            from sentences s
            join sentence_claims l on l.sentence_id = s.id
            where s.article_id = @Id
            union
            select f.claim_id
            from sentences s
            join former_links f on f.sentence_id = s.id
            where s.article_id = @Id)
        select subject, count(*) over () as number
        from (
            select 1 as place, claim_id as id, 'claim/' || claim_id as subject
            from own
            union
            select 2, e.evidence_id, 'evidence/' || e.evidence_id
            from own
            join claim_evidence e on e.claim_id = own.claim_id
            union
            select 3, v.id, 'verdict/' || v.id
            from own
            join verdicts v on v.claim_id = own.claim_id
            union
            select 2, c.evidence_id, 'evidence/' || c.evidence_id
            from citations c
            where c.article_id = @Id and c.evidence_id is not null
            union
            select 4, c.id, 'comment/' || c.id
            from comments c
            where c.article_id = @Id or c.sentence_id in (select s.id from sentences s where s.article_id = @Id)) quotes
        order by place, id
        limit @Quotes + 0
        """;

    public override void Configure()
    {
        Post("{id}/erase");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Erase the words of an article";
            s.Description =
                "For good, as the law may demand: the texts of all versions and sentences become blocks (U+2588) of the same length; "
                + "title, byline, address, the id in the other system, and the events that hold them are blanked, and values of fields "
                + "and citations are removed. Offsets, ids, states, "
                + "links and layout stay, and so do claims and verdicts: `mayQuote` lists what has words of its own. Again, it answers "
                + "the same.";
        });
        Description(static d => d.Erases(), clearDefaults: true);
    }

    public override async Task<PreparedArticleErasure> PrepareAsync(
        Db db, Caller caller, EraseRequest request, CancellationToken cancellation)
    {
        var current = await CurrentArticle.FindUnchangedAsync(db, caller, request.Id, cancellation);
        var subject = Subject.Article(request.Id).ToString();
        return new PreparedArticleErasure(
            current, await PreparedErasure.OfAsync(db, request, (line, _) => line.Subject == subject, cancellation));
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedArticleErasure prepared)
    {
        var (current, erasure) = prepared;
        await CurrentArticle.RequireAsync(change, current);
        if (!current.Erased)
        {
            var settled = await change.ListAsync<string>(SettledSql, new { current.Id });
            await BlankAsync(change, current.Id);
            await FieldRows.ReplaceAsync(change, FieldSubject.Article, current.Id, []);
            var versions = Enumerable.Range(1, current.Version).Select(version => Subject.Version(current.Id, version));
            await erasure.RecordAsync(
                change, EventKind.ArticleErased, Subject.Article(current.Id), versions, settled.Select(static s => Subject.Parse(s)!));
        }

        var erased = (await ArticleReader.FindSummaryAsync(change, current.Id))!;
        return await erasure.AnswerAsync(change, Subject.Article(current.Id), erased.ErasedAt, QuotesSql);
    }

    private static async Task BlankAsync(Change change, long id)
    {
        var lengths = await change.ListAsync<(int Version, int Length)>(LengthsSql, new { Id = id });
        var blanks = Blank.Of(lengths.Max(static version => version.Length));
        await change.ExecuteAsync(BlankSql, new { Id = id, blanks, change.Now });
        await SentenceScoreRows.BlankAsync(change, id);
        await change.ExecuteAsync(DigestSql, lengths.Select(version => new
        {
            Id = id,
            version.Version,
            Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Blank.Of(version.Length)))),
        }));
    }
}
