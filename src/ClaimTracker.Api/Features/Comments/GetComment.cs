using ClaimTracker.Api.Domain.Comments;

namespace ClaimTracker.Api.Features.Comments;

internal sealed class GetComment : ReadEndpoint<OneRequest, CommentResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<CommentsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s => s.Summary = "One comment");
        Description(static d => d.Produces<CommentResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<CommentResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await CommentReader.FindAsync(tx, request.Id)).OrNotFound(Subject.Comment(request.Id));
}
