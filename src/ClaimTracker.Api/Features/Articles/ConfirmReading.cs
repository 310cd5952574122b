namespace ClaimTracker.Api.Features.Articles;

internal sealed class ConfirmReading : WriteEndpoint<OneRequest, ArticleResponse>
{
    private const string ConfirmSql = "update articles set set_apart = 0, updated_at = @Now where id = @Id";

    public override void Configure()
    {
        Post("{id}/reading/confirm");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Confirm what was set apart of its page";
            s.Description =
                "It says that somebody looked. Blocks that were taken for no part of the article, although they hold a full sentence, "
                + "block its publication until then: `reading.warnings` lists them. Make a paragraph of one that is part of it first. A "
                + "new text asks again, unless it sets apart the same.";
        });
        Description(static d => d.Produces<ArticleResponse>().ProducesProblem(404).HonoursIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var subject = Subject.Article(request.Id);
        var article = (await ArticleReader.FindAsync(change, request.Id, change.Actor)).OrNotFound(subject);
        change.RequireUnchangedIfAsked(article, subject);
        if (article.SetApart > 0)
        {
            await change.ExecuteAsync(ConfirmSql, new { request.Id, change.Now });
            await change.RecordAsync(
                EventKind.ArticleReadingConfirmed,
                subject,
                before: new { article.Version, article.SetApart },
                after: new { article.Version, setApart = 0 });
        }

        return Reply.ResourceAt(
            subject.Address, article.SetApart > 0 ? article with { SetApart = 0, UpdatedAt = change.Now } : article);
    }
}
