using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class DeleteVerdict : WriteEndpoint<OneRequest>
{
    public override void Configure()
    {
        Delete("{id}");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.EditDraft));
        Summary(static s =>
        {
            s.Summary = "Delete a draft of a verdict";
            s.Description =
                "Its author, the assignee of its claim or an editor may. The history keeps it. A verdict that was submitted is first taken "
                + "back or rejected; one that was published is retracted instead.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var draft = await MovingVerdict.FindAsync(change, request.Id);
        change.RequireUnchanged(draft.Verdict);
        await VerdictRemoval.RemoveAsync(change, draft);
        return Reply.Gone;
    }
}
