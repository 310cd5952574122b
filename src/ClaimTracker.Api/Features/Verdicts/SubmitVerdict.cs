namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class SubmitVerdict : WriteEndpoint<OneRequest, VerdictResponse>
{
    private const string SubmitSql = """
        update verdicts
        set state = 'in_review',
            submitted_by = @Name,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Post("{id}/submit");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.EditDraft));
        Summary(static s =>
        {
            s.Summary = "Submit a draft for review";
            s.Description =
                "A submitted verdict cannot be edited, so that exactly what was submitted is approved. A verdict without evidence can be "
                + "submitted only if its rating needs none.";
        });
        Description(
            static d => d.Produces<VerdictResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override Task<Reply> WriteAsync(Change change, OneRequest request) => MoveAsync(change, request);

    public static async Task<Reply> MoveAsync(Change change, OneRequest request)
    {
        var moving = await MovingVerdict.FindAsync(change, request.Id);
        var verdict = moving.Verdict;
        change.Actor.RequireDraft(verdict.Author, moving.Assignee);
        moving.Require(change, VerdictMove.Submit);
        if (!VerdictWorkflow.IsGrounded(verdict.Evidence.Count, moving.NeedsEvidence))
        {
            throw moving.Refusal(
                $"A verdict that rests on no evidence cannot be submitted with the rating {verdict.Rating.Name}. "
                + $"Attach evidence to claim {verdict.ClaimId}, then PATCH the verdict with evidenceIds.");
        }

        await change.ExecuteAsync(SubmitSql, new { request.Id, change.Actor.Name, change.Now });
        await VerdictWriter.AddWriterAsync(change, request.Id);
        return await moving.RecordAsync(change, EventKind.VerdictSubmitted);
    }
}
