using ClaimTracker.Api.Domain.Comments;
using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record RejectVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The changes that are needed. It is kept as a comment on the verdict.</summary>
    public string? Comment { get; init; }
}

internal sealed class RejectVerdictValidator : Validator<RejectVerdictRequest>
{
    public RejectVerdictValidator() => RuleFor(static r => r.Comment).Required(Limits.CommentText);
}

internal sealed class RejectVerdict : WriteEndpoint<RejectVerdictRequest, VerdictResponse>
{
    private const string RejectSql = """
        update verdicts
        set state = 'draft',
            submitted_by = null,
            reviewer = null,
            rejected_at = @Now,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Post("{id}/reject");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Return a verdict to its author";
            s.Description =
                "A verdict that is in review or approved becomes a draft again. The comment is kept as a comment on the verdict.";
        });
        Description(
            static d => d.Produces<VerdictResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override Task<Reply> WriteAsync(Change change, RejectVerdictRequest request) => MoveAsync(change, request);

    public static async Task<Reply> MoveAsync(Change change, RejectVerdictRequest request)
    {
        var moving = await MovingVerdict.FindAsync(change, request.Id);
        moving.Require(change, VerdictMove.Reject);
        await change.ExecuteAsync(RejectSql, new { request.Id, change.Now });
        var subject = new CommentSubject(CommentSubjectKind.Verdict, request.Id);
        await CommentWriter.InsertAsync(change, new NewComment(subject, request.Comment!) { Field = "comment" });
        return await moving.RecordAsync(change, EventKind.VerdictRejected);
    }
}
