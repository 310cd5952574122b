using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Comments;

internal sealed record EditCommentRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<CommentBody> Patch { get; init; } = null!;
}

/// <summary>The part of a comment that clients edit.</summary>
internal sealed record CommentBody
{
    /// <summary>By its author only.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it is settled; by anybody who may write.</summary>
    public bool? Resolved { get; init; }
}

internal sealed class CommentBodyValidator : AbstractValidator<CommentBody>
{
    public static readonly CommentBodyValidator Instance = new();

    public CommentBodyValidator() => RuleFor(static c => c.Text).Required(Limits.CommentText);
}

internal sealed class EditComment(Writes writes) : Endpoint<EditCommentRequest, CommentResponse>
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
        Patch("/comments/{id}");
        Group<CommentsGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Edit or resolve a comment", "A JSON Merge Patch. Its text is edited by its author; anybody who may write resolves it, or opens it again.")
            .Gives<CommentResponse>().Edits().Refuses(404));
    }

    public override async Task HandleAsync(EditCommentRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await CommentRow.FindAsync(tx, request.Id)).OrNotFound("comment", request.Id);
            ETags.CheckIfMatch(HttpContext, current);
            var body = request.Patch.ApplyTo(current.ToBody(), CommentBodyValidator.Instance);
            if (body.Text != current.Text && actor.Name != current.Author)
            {
                throw new ProblemException(ProblemType.Forbidden, $"Comment {request.Id} is {current.Author}'s: its author alone may edit its text.");
            }

            await UpdateAsync(tx, actor.Name, current, body);
            var edited = (await CommentRow.FindAsync(tx, request.Id))!;
            await tx.RecordAsync(actor.Name, "comment.edited", $"comment/{request.Id}", current, edited);
            return Reply.Resource(edited);
        });
    }

    private static async Task UpdateAsync(WriteTx tx, string actor, CommentResponse current, CommentBody body)
    {
        if (body.Text != current.Text)
        {
            await CommentRecord.UpdateTextAsync(tx, current.Id, body.Text!);
        }

        var resolved = body.Resolved ?? false;
        if (resolved != current.Resolved)
        {
            await tx.ExecuteAsync(ResolveSql, new { current.Id, by = resolved ? actor : null, at = resolved ? tx.Now : (DateTimeOffset?)null, tx.Now });
        }
    }
}
