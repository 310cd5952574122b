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

            var evidence = await Citations.OfAsync(tx, request.Id, request.EvidenceIds);
            var verdict = await VerdictRecord.InsertAsync(tx, actor, new NewVerdict(request.Id, request, evidence));
            return Reply.Created(VerdictsGroup.Address + verdict.Id, verdict);
        });
    }
}
