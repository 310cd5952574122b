using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Finds the article that an edit of its facts, or its removal, is made on.</summary>
internal static class CurrentArticle
{
    /// <summary>Reads an article whose ETag the caller has. The tag is that of a large answer: it is made outside of the writer.</summary>
    /// <exception cref="ProblemException">404. 428: no state was named. 412: another one was.</exception>
    public static Task<ArticleSummary> FindUnchangedAsync(Db db, Caller caller, long id, CancellationToken cancellation) => db.ReadAsync(
        async tx =>
        {
            var article = (await ArticleReader.FindAsync(tx, id, caller.Actor)).OrNotFound(Subject.Article(id));
            caller.IfMatch.Require(ETags.OfResource(article), Subject.Article(id).Address);
            return (await ArticleReader.FindSummaryAsync(tx, id))!;
        },
        cancellation);

    /// <summary>Refuses work that was done on facts that are no longer those of the article.</summary>
    /// <exception cref="OutdatedException">They have changed, or the article is gone.</exception>
    public static async Task RequireAsync(ReadTx tx, ArticleSummary read)
    {
        if (await ArticleReader.FindSummaryAsync(tx, read.Id) is not { } now
            || now with { Fields = read.Fields } != read
            || !FieldRows.AreSame(now.Fields, read.Fields))
        {
            throw new OutdatedException();
        }
    }
}
