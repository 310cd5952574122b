using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record ApproveVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class ApproveVerdict(Writes writes) : Endpoint<ApproveVerdictRequest, VerdictResponse>
{
    // The row names who drafted it; who edited it since, the history alone knows.
    private const string WritersSql = """
        select actor
        from events
        where subject = @subject and kind in ('verdict.drafted', 'verdict.edited')
        order by seq
        """;

    private const string ApproveSql = """
        update verdicts
        set state = 'approved',
            reviewer = @Name,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Post("/verdicts/{id}/approve");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.Publish)
            .Says("Approve a verdict that is in review", "Who approves it wrote none of it, not even an edit, and did not submit it: two people see each verdict.")
            .Gives<VerdictResponse>().HonoursIfMatch().Refuses(404, 409));
    }

    public override async Task HandleAsync(ApproveVerdictRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var moving = await MovingVerdict.FindAsync(tx, request.Id, actor);
            moving.Require(VerdictMove.Approve, HttpContext);
            var writers = (await tx.ListAsync<string>(WritersSql, new { subject = $"verdict/{request.Id}" })).Distinct(StringComparer.Ordinal).ToList();
            if (!VerdictWorkflow.MayApprove(actor.Name, writers, moving.SubmittedBy))
            {
                throw new ProblemException(
                    ProblemType.Forbidden,
                    $"Verdict {request.Id} was written by {string.Join(" and ", writers)}, and submitted by {moving.SubmittedBy}: an editor who wrote none of it and did not submit it must approve it.");
            }

            await tx.ExecuteAsync(ApproveSql, new { request.Id, actor.Name, tx.Now });
            return await moving.MovedAsync(tx, actor, "verdict.approved");
        });
    }
}
