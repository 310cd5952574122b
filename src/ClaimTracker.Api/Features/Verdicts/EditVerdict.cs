namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class EditVerdict : WriteEndpoint<PatchRequest<VerdictEdit>, VerdictResponse>
{
    private const string UpdateSql = """
        update verdicts
        set rating_id = @rating,
            justification = @Justification,
            valid_as_of = @ValidAsOf,
            review_due = @ReviewDue,
            review_url = @ReviewUrl,
            review_title = @ReviewTitle,
            correction_kind = @Kind,
            correction_reason = @Reason,
            correction_public_text = @PublicText,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Patch("{id}");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.EditDraft));
        Summary(static s =>
        {
            s.Summary = "Edit a draft verdict";
            s.Description =
                "A JSON Merge Patch. What is in review must be rejected first. Of a published verdict only `review` can be set, by an "
                + "editor: the rest changes by a correction.";
        });
        Description(
            static d => d
                .Produces<VerdictResponse>()
                .ProducesProblem(404)
                .ProducesProblem(409)
                .RequiresIfMatch(),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<VerdictEdit> request)
    {
        var current = await MovingVerdict.FindAsync(change, request.Id);
        RequirePermission(current, request.Patch.Members, change.Actor);
        change.RequireUnchanged(current.Verdict);
        RequireEditable(current, request.Patch.Members);
        await UpdateAsync(change, current.Verdict, request.Patch.ApplyTo(current.Verdict.ToEdit(), VerdictEditValidator.Instance), request.Patch.Members);
        await VerdictWriter.AddWriterAsync(change, request.Id);
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
                throw current.Refusal("It is edited as a draft: reject it first.");
            default:
                throw current.Refusal("It does not change; of a published verdict the review can be set.");
        }
    }

    private static bool IsReview(IReadOnlyCollection<string> members) => members.All(static member => member == "review");

    private static async Task UpdateAsync(WriteTx tx, VerdictResponse current, VerdictEdit body, IReadOnlyCollection<string> members)
    {
        if (body.Correction is null != current.Correction is null)
        {
            throw Problem.Invalid("correction", current.Correction is null ? "is only for a verdict that corrects another" : "is required: this verdict corrects another");
        }

        var rating = await RatingChoice.FindAsync(tx, body.Scale, body.Rating!);
        if (members.Contains("evidenceIds", StringComparer.Ordinal))
        {
            await Citations.WriteAsync(tx, current.Id, await Citations.OfAsync(tx, current.ClaimId, body.EvidenceIds));
        }

        await tx.ExecuteAsync(UpdateSql, new
        {
            current.Id,
            rating,
            body.Justification,
            body.ValidAsOf,
            body.ReviewDue,
            ReviewUrl = body.Review?.Url,
            ReviewTitle = body.Review?.Title,
            Kind = body.Correction?.Kind?.ToWord(),
            body.Correction?.Reason,
            body.Correction?.PublicText,
            tx.Now,
        });
    }
}
