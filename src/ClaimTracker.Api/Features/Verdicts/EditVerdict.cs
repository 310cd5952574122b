using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record EditVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<VerdictBody> Patch { get; init; } = null!;
}

internal sealed class EditVerdict(Writes writes) : Endpoint<EditVerdictRequest, VerdictResponse>
{
    private const string UpdateSql = """
        update verdicts
        set rating_id = @rating,
            justification = @Justification,
            valid_as_of = @ValidAsOf,
            review_due = @ReviewDue,
            review_url = @ReviewUrl,
            review_title = @ReviewTitle,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Patch("/verdicts/{id}");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.EditDraft)
            .Says("Edit a draft verdict", "A JSON Merge Patch. Of a verdict that is no draft any more only `review` can be set: the rest changes by a correction.")
            .Gives<VerdictResponse>().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(EditVerdictRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await VerdictLoader.FindAsync(tx, request.Id, actor)).OrNotFound("verdict", request.Id);
            ETags.CheckIfMatch(HttpContext, current);
            if (current.State != VerdictState.Draft && request.Patch.Members.Any(static member => member != "review"))
            {
                throw Problem.Conflict($"Verdict {request.Id} is {current.State.ToWord()}: only its review can be edited.", VerdictsGroup.Address + request.Id);
            }

            await UpdateAsync(tx, current, request.Patch.ApplyTo(current.ToBody(), VerdictBodyValidator.Instance), request.Patch.Members);
            var edited = (await VerdictLoader.FindAsync(tx, request.Id, actor))!;
            await tx.RecordAsync(actor.Name, "verdict.edited", $"verdict/{request.Id}", current, edited);
            return Reply.Resource(edited);
        });
    }

    private static async Task UpdateAsync(WriteTx tx, VerdictResponse current, VerdictBody body, IReadOnlyCollection<string> members)
    {
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
            tx.Now,
        });
    }
}
