using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>An edit of an article that was worked out.</summary>
/// <param name="Current">The article when it was.</param>
/// <param name="After">What the article is to be.</param>
internal sealed record PreparedEdit(ArticleSummary Current, ArticleBody After);

internal sealed class EditArticle : PreparedWriteEndpoint<PatchRequest<ArticleBody>, PreparedEdit, ArticleResponse>
{
    // An article is no source for its own claims: the view holds the sources that have its address.
    private const string OwnEvidenceSql = """
        select l.evidence_id, o.claim_id, o.source_id
        from own_sources o
        join evidence e on e.source_id = o.source_id
        join claim_evidence l on l.evidence_id = e.id and l.claim_id = o.claim_id
        where o.article_id = @Id
        order by l.evidence_id, o.claim_id
        limit 1
        """;

    public override void Configure()
    {
        Patch("{id}");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Edit what is said of an article";
            s.Description =
                "A JSON Merge Patch: members that are left out stay, null clears. The text is edited by a new version. A new `language` "
                + "counts for later versions. An editor assigns an article to a checker or an editor; a checker takes one that nobody "
                + "has, or returns one of their own. If-Match takes the ETag of the article, which changes with all that is shown in it.";
        });
        Description(
            static d => d.Produces<ArticleResponse>().ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<PreparedEdit> PrepareAsync(
        Db db, Caller caller, PatchRequest<ArticleBody> request, CancellationToken cancellation)
    {
        var current = await CurrentArticle.FindUnchangedAsync(db, caller, request.Id, cancellation);
        Subject.Article(request.Id).RefuseIfErased(current.Erased);
        return new PreparedEdit(current, request.Patch.ApplyTo(current.ToBody(), ArticleBodyValidator.Instance));
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedEdit prepared)
    {
        var (current, after) = prepared;
        await CurrentArticle.RequireAsync(change, current);
        var before = current.ToBody();
        if (after.Assignee != before.Assignee)
        {
            var assignee = await Assignees.FindAsync(change, after.Assignee);
            change.Actor.RequireAssignment("an article", current.Assignee, assignee);
            after = after with { Assignee = assignee is null ? null : (NameOrNumber)assignee };
        }

        await ArticleWriter.UpdateAsync(change, current.Id, before, after);
        if (after.Url != before.Url)
        {
            await RefuseOwnEvidenceAsync(change, current.Id);
        }

        return Reply.ResourceAt(Subject.Article(current.Id).Address);
    }

    protected override async Task<object> AnswerAsync(ReadTx tx, Actor actor, string address)
    {
        var article = Subject.IdOf(address);
        return (await ArticleReader.FindAsync(tx, article, actor)).OrNotFound(Subject.Article(article));
    }

    // Asked of the new address as it is written: the refusal undoes it.
    private static async Task RefuseOwnEvidenceAsync(ReadTx tx, long id)
    {
        var own = await tx.FirstAsync<(long Evidence, long Claim, long Source)?>(OwnEvidenceSql, new { Id = id });
        if (own is var (evidence, claim, source))
        {
            throw Problem.Conflict(
                $"Source {source} has this address, and evidence {evidence} on claim {claim} of article {id} is taken from it: an article "
                + "is no source for its own claims.",
                Subject.Evidence(evidence).Address);
        }
    }
}
