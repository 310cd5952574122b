using ClaimTracker.Api.Domain.Comments;
using ClaimTracker.Api.Domain.Erasure;

namespace ClaimTracker.Api.Features.Comments;

internal sealed class EraseComment : PreparedWriteEndpoint<EraseRequest, PreparedErasure, ErasureResponse>
{
    private const string BlankSql = """
        update comments
        set text = @blanks,
            anchor_exact = @anchor,
            erased_at = @Now,
            updated_at = @Now
        where id = @Id;

        delete from comment_mentions where comment_id = @Id
        """;

    private const string QuotesSql = """
        select 'comment/' || id as subject, count(*) over () as number
        from comments
        where reply_to = @Id
        order by id
        limit @Quotes + 0
        """;

    public override void Configure()
    {
        Post("{id}/erase");
        Group<CommentsGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Erase the words of a comment";
            s.Description =
                "For good, as the law may demand: its text, and the words that it points at, become blocks (U+2588) of the same length; "
                + "its mentions, and the events that hold the words, are blanked. `mayQuote` lists the replies. Again, it answers the "
                + "same.";
        });
        Description(static d => d.Erases(), clearDefaults: true);
    }

    public override Task<PreparedErasure> PrepareAsync(Db db, Caller caller, EraseRequest request, CancellationToken cancellation)
    {
        var subject = Subject.Comment(request.Id).ToString();
        return PreparedErasure.OfAsync(db, request, (line, _) => line.Subject == subject, cancellation);
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedErasure prepared)
    {
        var subject = Subject.Comment(prepared.Id);
        var comment = (await CommentReader.FindAsync(change, prepared.Id)).OrNotFound(subject);
        change.RequireUnchanged(comment, subject);
        if (!comment.Erased)
        {
            var anchor = comment.Anchor is null ? null : Blank.Of(comment.Anchor.Exact);
            await change.ExecuteAsync(BlankSql, new { prepared.Id, blanks = Blank.Of(comment.Text), anchor, change.Now });
            await prepared.RecordAsync(change, EventKind.CommentErased, subject);
        }

        var erased = (await CommentReader.FindAsync(change, prepared.Id))!;
        return await prepared.AnswerAsync(change, subject, erased.ErasedAt, QuotesSql);
    }
}
