using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class EditVerdict : WriteEndpoint<PatchRequest<VerdictEdit>, VerdictResponse>
{
    public override void Configure()
    {
        Patch("{id}");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.EditDraft));
        Summary(static s =>
        {
            s.Summary = "Edit a draft verdict";
            s.Description =
                "A JSON Merge Patch. A verdict that is in review or approved must be rejected first. Of a published verdict only `review` "
                + "can be edited, by an editor; a correction changes the rest.";
        });
        Description(
            static d => d.Produces<VerdictResponse>().ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<VerdictEdit> request)
    {
        var members = request.Patch.Members;
        var current = await MovingVerdict.FindAsync(change, request.Id);
        RequirePermission(current, members, change.Actor);
        change.RequireUnchanged(current.Verdict);
        RequireEditable(current, members);
        var edited = request.Patch.ApplyTo(current.Verdict.ToEdit(), VerdictEditValidator.Instance);
        RequireSameKind(current.Verdict, edited);
        await VerdictWriter.UpdateAsync(change, current.Verdict, edited, citeAnew: members.Contains("evidenceIds", StringComparer.Ordinal));
        return await current.RecordAsync(change, EventKind.VerdictEdited);
    }

    private static void RequirePermission(MovingVerdict current, IReadOnlyCollection<string> members, Actor actor)
    {
        if (current.Verdict.State == VerdictState.Published && IsReview(members))
        {
            actor.Require(Permission.Publish);
        }
        else
        {
            actor.RequireDraft(current.Verdict.Author, current.Assignee);
        }
    }

    private static void RequireEditable(MovingVerdict current, IReadOnlyCollection<string> members)
    {
        switch (current.Verdict.State)
        {
            case VerdictState.Draft:
            case VerdictState.Published when IsReview(members):
                break;
            case VerdictState.InReview or VerdictState.Approved:
                throw current.Refusal($"{current.Kind} cannot be edited: reject it first.");
            case VerdictState.Published:
                throw current.Refusal("Only the review of a published verdict can be edited: correct the verdict instead.");
            default:
                throw current.Refusal($"{current.Kind} cannot be edited.");
        }
    }

    // A correction stays one, and nothing else becomes one.
    private static void RequireSameKind(VerdictResponse current, VerdictEdit edited)
    {
        if (edited.Correction is null != current.Correction is null)
        {
            throw Problem.Invalid(
                "correction",
                current.Correction is null ? "is only for a verdict that corrects another" : "is required: this verdict corrects another");
        }
    }

    private static bool IsReview(IReadOnlyCollection<string> members) => members.All(static member => member == "review");
}
