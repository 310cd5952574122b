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
                "From then on it is not edited, so that what is approved is what was submitted. Without evidence only a rating can be "
                + "submitted that says there is none.";
        });
        Description(
            static d => d
                .Produces<VerdictResponse>()
                .ProducesProblem(404)
                .ProducesProblem(409)
                .HonoursIfMatch(),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var moving = await MovingVerdict.FindAsync(change, request.Id);
        var verdict = moving.Verdict;
        change.Actor.RequireDraft(verdict.Author, moving.Assignee);
        moving.Require(change, VerdictMove.Submit);
        if (!VerdictWorkflow.IsGrounded(verdict.Evidence.Count, moving.NeedsEvidence))
        {
            throw moving.Refusal(
                $"It rests on no evidence, and {verdict.Rating.Name} needs some. Attach evidence to claim {verdict.ClaimId}, then PATCH the verdict with evidenceIds.");
        }

        await change.ExecuteAsync(SubmitSql, new { request.Id, change.Actor.Name, change.Now });
        return await moving.RecordAsync(change, EventKind.VerdictSubmitted);
    }
}
