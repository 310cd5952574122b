using System.Globalization;
using ClaimTracker.Api.Domain.Comments;

namespace ClaimTracker.Api.Features.Articles;

internal sealed class DeleteArticle : PreparedWriteEndpoint<OneRequest, ArticleSummary, object?>
{
    private const string LinkSql = """
        select l.sentence_id, l.claim_id, count(*) over () as number
        from sentences s
        join sentence_claims l on l.sentence_id = s.id
        where s.article_id = @Id
        order by l.sentence_id, l.claim_id
        limit 1
        """;

    // Of words that were edited or taken out: what the desk found there stays on the verdict list of the article.
    private const string FormerSql = """
        select f.claim_id, count(*) over () as number
        from sentences s
        join former_links f on f.sentence_id = s.id
        where s.article_id = @Id
        order by f.id
        limit 1
        """;

    private const string CommentSql = """
        select c.id, count(*) over () as number
        from sentences s
        join comments c on c.sentence_id = s.id
        where s.article_id = @Id
        order by c.id
        limit 1
        """;

    private const string TriagedSql =
        "select id from sentences where article_id = @Id and (triage <> 'open' or triage_reason is not null) order by id";

    private const string SettledSql =
        "select id from citations where article_id = @Id and (state <> 'open' or sentence_id <> first_sentence) order by id";

    private const string DeleteSql = """
        delete from citations where article_id = @Id;
        delete from sentence_lineage where article_id = @Id;
        delete from sentence_positions where article_id = @Id;
        delete from sentences where article_id = @Id;
        delete from blocks where article_id = @Id;
        delete from article_versions where article_id = @Id;
        delete from articles where id = @Id;
        """;

    public override void Configure()
    {
        Delete("{id}");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Delete an article";
            s.Description =
                "All its versions and the caller's own comments on it are deleted with it; the history keeps what was done. An article "
                + "with comments by others, or with a sentence, of any version, that is or was linked to a claim or has a comment, cannot "
                + "be deleted: archive it instead. A link can be removed first, unless its words were edited or taken out.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override Task<ArticleSummary> PrepareAsync(Db db, Caller caller, OneRequest request, CancellationToken cancellation) =>
        CurrentArticle.FindUnchangedAsync(db, caller, request.Id, cancellation);

    public override async Task<Reply> WriteAsync(Change change, ArticleSummary prepared)
    {
        await CurrentArticle.RequireAsync(change, prepared);
        var article = new { prepared.Id };
        if (await change.FirstAsync<(long Sentence, long Claim, long Number)?>(LinkSql, article) is var (sentence, claim, links))
        {
            throw Hanging(
                prepared.Id,
                $"{Count(links, "link")} of its sentences to claims (DELETE {Subject.Sentence(sentence).Address}/claims/{claim} removes "
                + "the first)",
                Subject.Claim(claim));
        }

        if (await change.FirstAsync<(long Claim, long Number)?>(FormerSql, article) is var (judged, former))
        {
            throw Hanging(
                prepared.Id,
                $"{Count(former, "earlier link")} of its sentences to claims, kept on its verdict list",
                Subject.Claim(judged));
        }

        if (await change.FirstAsync<(long Id, long Number)?>(CommentSql, article) is var (comment, comments))
        {
            throw Hanging(prepared.Id, $"{Count(comments, "comment")} on its sentences, which stay", Subject.Comment(comment));
        }

        await CommentRemoval.RemoveOwnAsync(change, new CommentSubject(CommentSubjectKind.Article, prepared.Id));
        var triaged = await change.ListAsync<long>(TriagedSql, article);
        var settled = await change.ListAsync<long>(SettledSql, article);
        await change.ExecuteAsync(DeleteSql, article);
        await change.RecordAsync(
            EventKind.ArticleDeleted,
            Subject.Article(prepared.Id),
            before: prepared,
            after: null,
            known: Enumerable.Range(1, prepared.Version).Select(version => Subject.Version(prepared.Id, version))
                .Concat(triaged.Select(Subject.Sentence)).Concat(settled.Select(Subject.Citation))
                .ToDictionary(static gone => gone, static _ => (string?)null));
        return Reply.Gone;
    }

    private static ProblemException Hanging(long id, string what, Subject first) => Problem.Conflict(
        $"Article {id} has {what}. Nothing was deleted. To put the article away with all that it has, send PATCH "
        + $"{Subject.Article(id).Address} with archived true.",
        first.Address);

    private static string Count(long number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");
}
