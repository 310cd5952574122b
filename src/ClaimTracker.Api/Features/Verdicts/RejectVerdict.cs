using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Records;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record RejectVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>What must change. It is kept as a comment on the verdict.</summary>
    public string? Comment { get; init; }
}

internal sealed class RejectVerdictValidator : Validator<RejectVerdictRequest>
{
    public RejectVerdictValidator() => RuleFor(static r => r.Comment).Required(Limits.CommentText);
}

internal sealed class RejectVerdict(Writes writes) : Endpoint<RejectVerdictRequest, VerdictResponse>
{
    private const string RejectSql = """
        update verdicts
        set state = 'draft',
            submitted_by = null,
            reviewer = null,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Post("/verdicts/{id}/reject");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.Publish)
            .Says(
                "Return a verdict to its author",
                "A verdict that is in review or approved becomes a draft again. The comment is kept as a comment on the verdict.")
            .Gives<VerdictResponse>().HonoursIfMatch().Refuses(404, 409));
    }

    public override async Task HandleAsync(RejectVerdictRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var moving = await MovingVerdict.FindAsync(tx, request.Id, actor);
            moving.Require(VerdictMove.Reject, HttpContext);
            await tx.ExecuteAsync(RejectSql, new { request.Id, tx.Now });
            await CommentRecord.InsertAsync(tx, actor.Name, new NewComment(new CommentSubject(CommentSubjectKind.Verdict, request.Id), request.Comment!) { Field = "comment" });
            return await moving.MovedAsync(tx, actor, "verdict.rejected");
        });
    }
}
