using System.Diagnostics;
using ClaimTracker.Api.Domain.Comments;

namespace ClaimTracker.Api.Features.Comments;

/// <summary>The text that the anchor of a comment counts in.</summary>
internal static class SubjectText
{
    private const string ArticleSql = """
        select v.text
        from newest_layouts n
        join article_versions v on v.article_id = n.article_id and v.version = n.layout
        where n.article_id = @Id
        """;

    private const string ClaimSql = "select text from claims where id = @Id";
    private const string EvidenceSql = "select excerpt from evidence where id = @Id";
    private const string SentenceSql = "select text from sentences where id = @Id";
    private const string VerdictSql = "select justification from verdicts where id = @Id";

    /// <summary>
    /// The newest text of an article, the text of a claim or sentence, the excerpt of evidence, or the justification of a verdict.
    /// </summary>
    /// <exception cref="ProblemException">400: there is no such subject.</exception>
    public static async Task<string> FindAsync(ReadTx tx, CommentSubject subject) =>
        await tx.FirstAsync<string>(SqlOf(subject.Kind), new { subject.Id })
        ?? throw Problem.Invalid("subject", $"{CommentSubject.Expected}; there is no {subject.Kind.ToWord()} {subject.Id}");

    private static string SqlOf(CommentSubjectKind kind) => kind switch
    {
        CommentSubjectKind.Article => ArticleSql,
        CommentSubjectKind.Claim => ClaimSql,
        CommentSubjectKind.Evidence => EvidenceSql,
        CommentSubjectKind.Sentence => SentenceSql,
        CommentSubjectKind.Verdict => VerdictSql,
        _ => throw new UnreachableException(),
    };
}
