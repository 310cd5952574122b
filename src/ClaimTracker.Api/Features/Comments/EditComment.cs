using ClaimTracker.Api.Domain.Comments;
using ClaimTracker.Api.Domain.Erasure;

namespace ClaimTracker.Api.Features.Comments;

internal sealed class EditComment : WriteEndpoint<PatchRequest<CommentBody>, CommentResponse>
{
    private const string ResolveSql = """
        update comments
        set resolved_by = @by,
            resolved_at = @at,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Patch("{id}");
        Group<CommentsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Edit or resolve a comment";
            s.Description = "A JSON Merge Patch. Only its author edits its text; anybody who may write resolves it or opens it again.";
        });
        Description(
            static d => d.Produces<CommentResponse>().ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<CommentBody> request)
    {
        var current = (await CommentReader.FindAsync(change, request.Id)).OrNotFound(Subject.Comment(request.Id));
        change.RequireUnchanged(current);
        Subject.Comment(request.Id).RefuseIfErased(current.Erased);
        var body = request.Patch.ApplyTo(current.ToBody(), CommentBodyValidator.Instance);
        if (body.Text != current.Text && change.Actor.Name != current.Author)
        {
            throw new ProblemException(
                ProblemType.Forbidden, $"Comment {request.Id} is by {current.Author}: only its author may edit its text.");
        }

        await UpdateAsync(change, current, body);
        var edited = (await CommentReader.FindAsync(change, request.Id))!;
        await change.RecordAsync(EventKind.CommentEdited, Subject.Comment(request.Id), current, edited);
        return Reply.Resource(edited);
    }

    private static async Task UpdateAsync(Change change, CommentResponse current, CommentBody body)
    {
        if (body.Text != current.Text)
        {
            await CommentWriter.UpdateTextAsync(change, current.Id, body.Text!);
        }

        var resolved = body.Resolved ?? false;
        if (resolved != current.Resolved)
        {
            var (by, at) = resolved ? (change.Actor.Name, change.Now) : ((string?)null, (DateTimeOffset?)null);
            await change.ExecuteAsync(ResolveSql, new { current.Id, by, at, change.Now });
        }
    }
}
