using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record DraftVerdictRequest : VerdictBody
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class DraftVerdictValidator : Validator<DraftVerdictRequest>
{
    public DraftVerdictValidator() => Include(VerdictBodyValidator.Instance);
}

internal sealed class DraftVerdict(Writes writes) : Endpoint<DraftVerdictRequest, VerdictResponse>
{
    private const string ClaimSql = "select id from claims where id = @Id";

    private const string InsertSql = """
        insert into verdicts (
            claim_id, number, rating_id, justification, state, author, valid_as_of, review_due, review_url, review_title, created_at, updated_at)
        values (
            @Id, (select coalesce(max(number), 0) + 1 from verdicts where claim_id = @Id), @rating, @Justification, 'draft', @actor,
            @ValidAsOf, @ReviewDue, @ReviewUrl, @ReviewTitle, @Now, @Now)
        returning id
        """;

    public override void Configure()
    {
        Post("/claims/{id}/verdicts");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Draft a verdict on a claim", "It rests on the evidence that is named, or on all that the claim has now, as it stands now.")
            .Creates<VerdictResponse>().Refuses(404));
    }

    public override async Task HandleAsync(DraftVerdictRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            if (!await tx.AnyAsync(ClaimSql, new { request.Id }))
            {
                throw Problem.NotFound("claim", request.Id);
            }

            var rating = await RatingChoice.FindAsync(tx, request.Scale, request.Rating!);
            var evidence = await Citations.OfAsync(tx, request.Id, request.EvidenceIds);
            var id = await tx.InsertAsync(InsertSql, new
            {
                request.Id,
                rating,
                request.Justification,
                actor = actor.Name,
                request.ValidAsOf,
                request.ReviewDue,
                ReviewUrl = request.Review?.Url,
                ReviewTitle = request.Review?.Title,
                tx.Now,
            });
            await Citations.WriteAsync(tx, id, evidence);
            var verdict = (await VerdictLoader.FindAsync(tx, id, actor))!;
            await tx.RecordAsync(actor.Name, "verdict.drafted", $"verdict/{id}", before: null, after: verdict);
            return Reply.Created(VerdictsGroup.Address + verdict.Id, verdict);
        });
    }
}
