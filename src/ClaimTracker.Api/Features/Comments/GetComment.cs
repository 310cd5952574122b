using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Comments;

internal sealed record GetCommentRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class GetComment(Db db) : Endpoint<GetCommentRequest, CommentResponse>
{
    public override void Configure()
    {
        Get("/comments/{id}");
        Group<CommentsGroup>();
        Description(static d => d.For(Permission.ReadDrafts).Says("One comment").Gives<CommentResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetCommentRequest request, CancellationToken ct)
    {
        var comment = await db.ReadAsync(tx => CommentRow.FindAsync(tx, request.Id), ct);
        await Send.ResourceAsync(comment.OrNotFound("comment", request.Id));
    }
}
