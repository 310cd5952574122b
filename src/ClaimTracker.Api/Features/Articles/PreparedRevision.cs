using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>The next version of an article, and what becomes of the sentences of the newest. Worked out before it is written.</summary>
/// <param name="Before">The newest version, when this was worked out.</param>
/// <param name="Next">The next one; null if nothing changes.</param>
/// <param name="Changes">The fate of each sentence.</param>
internal sealed record PreparedRevision(ArticleVersion Before, PreparedText? Next, IReadOnlyList<SentenceChange> Changes)
{
    /// <summary>Aligns the sentences of two texts.</summary>
    public static IReadOnlyList<SentenceChange> Align(ArticleVersion before, ReadArticle next, CancellationToken cancellation) =>
        SentenceAligner.Align(
            [.. before.Sentences.Select(static s => s.Text)], [.. next.Sentences.Select(static s => s.Text)], cancellation);
}

/// <summary>Finds the version that an edit of a part of an article is made on.</summary>
internal static class CurrentVersion
{
    /// <summary>
    /// Reads the newest version. If-Match takes the ETag of its text, or that of the whole article: what others add to the article
    /// meanwhile, such as evidence, does not stand in the way of the first.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="caller">The caller, with the If-Match.</param>
    /// <param name="article">The article.</param>
    /// <param name="mustMatch">Whether an If-Match is required.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <exception cref="ProblemException">404. 428: no state was named. 412: another one was. 409: it was erased.</exception>
    public static Task<ArticleVersion> FindUnchangedAsync(
        Db db, Caller caller, long article, bool mustMatch, CancellationToken cancellation) => db.ReadAsync(
        async tx =>
        {
            var current = await VersionReader.FindAsync(tx, article);
            if (mustMatch)
            {
                caller.IfMatch.RequireSent();
            }

            var text = ETags.OfResource(current.Text);
            if (caller.IfMatch.IsSent
                && !caller.IfMatch.Allows(text)
                && !caller.IfMatch.Allows(ETags.OfResource(await ArticleReader.FindAsync(tx, article, caller.Actor))))
            {
                caller.IfMatch.RequireIfSent(text, Subject.Article(article).Address + "/text");
            }

            Subject.Article(article).RefuseIfErased(current.Erased);
            return current with { Weights = await DeskWeights.InForceAsync(tx) };
        },
        cancellation);
}
