namespace ClaimTracker.Api.Domain.Comments;

/// <summary>Comments on a resource that is about to be deleted.</summary>
internal static class CommentRemoval
{
    /// <summary>How many authors a refusal names.</summary>
    private const int NamedAuthors = 5;

    private const string ArticleSql = "select id from comments where article_id = @Id order by id";
    private const string ClaimSql = "select id from comments where claim_id = @Id order by id";
    private const string EvidenceSql = "select id from comments where evidence_id = @Id order by id";
    private const string VerdictSql = "select id from comments where verdict_id = @Id order by id";

    // At once: a reply and the comment that it answers go together.
    private const string DeleteSql = "delete from comments where id in @ids";

    /// <summary>Deletes the caller's own comments on an article, a claim, an evidence record or a verdict, each with its event.</summary>
    /// <exception cref="ProblemException">409: others have commented on it. Their words are not the caller's to delete.</exception>
    public static async Task RemoveOwnAsync(Change change, CommentSubject subject)
    {
        var sql = subject.Kind switch
        {
            CommentSubjectKind.Article => ArticleSql,
            CommentSubjectKind.Claim => ClaimSql,
            CommentSubjectKind.Evidence => EvidenceSql,
            CommentSubjectKind.Verdict => VerdictSql,
            _ => throw new ArgumentOutOfRangeException(nameof(subject)),
        };
        long[] ids = [.. await change.ListAsync<long>(sql, new { subject.Id })];
        if (ids.Length == 0)
        {
            return;
        }

        var comments = await CommentReader.LoadAsync(change, ids);
        CommentResponse[] others = [.. comments.Where(comment => comment.Author != change.Actor.Name)];
        if (others.Length > 0)
        {
            throw Problem.Conflict(Refusal(subject, others), Subject.Comment(others[0].Id).Address);
        }

        await change.ExecuteAsync(DeleteSql, new { ids });
        foreach (var comment in comments)
        {
            await change.RecordAsync(EventKind.CommentDeleted, Subject.Comment(comment.Id), before: comment, after: null);
        }
    }

    private static string Refusal(CommentSubject subject, CommentResponse[] others)
    {
        string[] authors = [.. others.Select(static comment => comment.Author).Distinct(StringComparer.Ordinal)];
        var more = authors.Length > NamedAuthors ? $" and {authors.Length - NamedAuthors} more" : "";
        var count = others.Length == 1 ? "1 comment" : $"{others.Length} comments";
        var instead = subject.Kind == CommentSubjectKind.Article
            ? $"put it away with PATCH {Subject.Article(subject.Id).Address} and archived true."
            : $"edit the {subject.Kind.ToWord()}, or remove its links.";
        return $"{subject} has {count} by {string.Join(", ", authors.Take(NamedAuthors))}{more}, which would be deleted with it. "
            + $"Keep it: {instead}";
    }
}
