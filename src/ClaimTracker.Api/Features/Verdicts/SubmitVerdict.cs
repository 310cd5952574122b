using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record SubmitVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class SubmitVerdict(Writes writes) : Endpoint<SubmitVerdictRequest, VerdictResponse>
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
        Post("/verdicts/{id}/submit");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.EditDraft)
            .Says("Submit a draft for review", "From then on it is not edited, so that what is approved is what was submitted. Without evidence only a rating can be submitted that says there is none.")
            .Gives<VerdictResponse>().HonoursIfMatch().Refuses(404, 409));
    }

    public override async Task HandleAsync(SubmitVerdictRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var moving = await MovingVerdict.FindAsync(tx, request.Id, actor);
            var verdict = moving.Verdict;
            actor.RequireDraft(verdict.Author, moving.Assignee);
            moving.Require(VerdictMove.Submit, HttpContext);
            if (!VerdictWorkflow.IsGrounded(verdict.Evidence.Count, moving.NeedsEvidence))
            {
                throw moving.Refusal(
                    $"It rests on no evidence, and {verdict.Rating.Name} needs some. Attach evidence to claim {verdict.ClaimId}, then PATCH the verdict with evidenceIds.");
            }

            await tx.ExecuteAsync(SubmitSql, new { request.Id, actor.Name, tx.Now });
            return await moving.MovedAsync(tx, actor, "verdict.submitted");
        });
    }
}
