using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class WithdrawSubmission : WriteEndpoint<OneRequest, VerdictResponse>
{
    private const string WithdrawSql = """
        update verdicts
        set state = 'draft',
            submitted_by = null,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Delete("{id}/submission");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.EditDraft));
        Summary(static s =>
        {
            s.Summary = "Take back a submission";
            s.Description =
                "The user who submitted a verdict may take it back while it is in review. It is a draft again, and can be edited.";
        });
        Description(
            static d => d.Produces<VerdictResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var moving = await MovingVerdict.FindAsync(change, request.Id);
        change.RequireUnchangedIfAsked(moving.Verdict, Subject.Verdict(request.Id));
        if (moving.Verdict.State != VerdictState.InReview)
        {
            throw moving.Refusal($"{moving.Kind} has no submission to take back.");
        }

        if (moving.SubmittedBy != change.Actor.Name)
        {
            throw new ProblemException(
                ProblemType.Forbidden,
                $"Verdict {request.Id} was submitted by {moving.SubmittedBy}, who may take it back. An editor may reject it.");
        }

        await change.ExecuteAsync(WithdrawSql, new { request.Id, change.Now });
        return await moving.RecordAsync(change, EventKind.VerdictWithdrawn);
    }
}
