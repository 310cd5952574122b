using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class ApproveVerdict : WriteEndpoint<OneRequest, VerdictResponse>
{
    private const string WritersSql = "select name from verdict_writers where verdict_id = @Id order by since, name";

    private const string ApproveSql = """
        update verdicts
        set state = 'approved',
            reviewer = @Name,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Post("{id}/approve");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Approve a verdict that is in review";
            s.Description =
                "The approver has written no part of the verdict, not even an edit, and never submitted it: two people see each verdict.";
        });
        Description(
            static d => d.Produces<VerdictResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override Task<Reply> WriteAsync(Change change, OneRequest request) => MoveAsync(change, request);

    public static async Task<Reply> MoveAsync(Change change, OneRequest request)
    {
        var moving = await MovingVerdict.FindAsync(change, request.Id);
        moving.Require(change, VerdictMove.Approve);
        var writers = await change.ListAsync<string>(WritersSql, new { request.Id });
        if (!VerdictWorkflow.MayApprove(change.Actor.Name, writers, moving.SubmittedBy))
        {
            var all = writers.Append(moving.SubmittedBy).Distinct(StringComparer.Ordinal);
            throw new ProblemException(
                ProblemType.Forbidden,
                $"Verdict {request.Id} was written or submitted by {string.Join(" and ", all)}: "
                + "an editor who did neither must approve it.");
        }

        await change.ExecuteAsync(ApproveSql, new { request.Id, change.Actor.Name, change.Now });
        return await moving.RecordAsync(change, EventKind.VerdictApproved);
    }
}
