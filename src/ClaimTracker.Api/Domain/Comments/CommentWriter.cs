namespace ClaimTracker.Api.Domain.Comments;

/// <summary>A comment to be written.</summary>
/// <param name="Subject">The resource that it is on.</param>
/// <param name="Text">Its text, which may mention users.</param>
internal sealed record NewComment(CommentSubject Subject, string Text)
{
    /// <summary>The words of the subject that it points at.</summary>
    public CommentAnchor? Anchor { get; init; }

    /// <summary>The comment that it answers.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>The member of the request that brought the text.</summary>
    public string Field { get; init; } = "text";
}

/// <summary>Writes comments and their mentions. Verdicts makes them too: a rejection leaves one for the author.</summary>
internal static class CommentWriter
{
    private const string InsertSql = """
        insert into comments (
            article_id, claim_id, evidence_id, sentence_id, verdict_id, reply_to, author, text, anchor_start, anchor_end,
            anchor_exact, created_at, updated_at)
        values (@Article, @Claim, @Evidence, @Sentence, @Verdict, @ReplyTo, @Actor, @Text, @Start, @End, @Exact, @Now, @Now)
        returning id
        """;

    private const string TextSql = "update comments set text = @text, updated_at = @Now where id = @id";
    private const string RemoveMentionsSql = "delete from comment_mentions where comment_id = @id";
    private const string MentionSql = "insert into comment_mentions (comment_id, user_id) values (@id, @User)";

    /// <summary>Adds a comment, with its event.</summary>
    /// <exception cref="ProblemException">400: it mentions too many users.</exception>
    public static async Task<long> InsertAsync(Change change, NewComment comment)
    {
        var subject = comment.Subject;
        var id = await change.InsertAsync(InsertSql, new
        {
            Article = subject.IdOf(CommentSubjectKind.Article),
            Claim = subject.IdOf(CommentSubjectKind.Claim),
            Evidence = subject.IdOf(CommentSubjectKind.Evidence),
            Sentence = subject.IdOf(CommentSubjectKind.Sentence),
            Verdict = subject.IdOf(CommentSubjectKind.Verdict),
            comment.ReplyTo,
            Actor = change.Actor.Name,
            comment.Text,
            comment.Anchor?.Start,
            comment.Anchor?.End,
            comment.Anchor?.Exact,
            change.Now,
        });
        await MentionAsync(change, id, comment.Text, comment.Field);
        var after = new { subject = subject.ToString(), comment.Text, comment.Anchor, comment.ReplyTo };
        await change.RecordAsync(EventKind.CommentCreated, Subject.Comment(id), before: null, after);
        return id;
    }

    /// <summary>Replaces the text of a comment and its mentions. The caller records the event.</summary>
    /// <exception cref="ProblemException">400: it mentions too many users.</exception>
    public static async Task UpdateTextAsync(WriteTx tx, long id, string text)
    {
        await tx.ExecuteAsync(TextSql, new { id, text, tx.Now });
        await tx.ExecuteAsync(RemoveMentionsSql, new { id });
        await MentionAsync(tx, id, text, "text");
    }

    private static async Task MentionAsync(WriteTx tx, long id, string text, string field)
    {
        var users = await Mentions.FindAsync(tx, text);
        if (users.Count > Limits.MentionsOfComment)
        {
            throw Problem.Invalid(field, $"must mention at most {Limits.MentionsOfComment} users");
        }

        await tx.ExecuteAsync(MentionSql, users.Select(user => new { id, User = user }));
    }
}
