using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record RetractVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Why; public.</summary>
    public string? Reason { get; init; }
}

internal sealed class RetractVerdictValidator : Validator<RetractVerdictRequest>
{
    public RetractVerdictValidator() => RuleFor(static r => r.Reason).Required(Limits.Reason);
}

internal sealed class RetractVerdict(Writes writes) : Endpoint<RetractVerdictRequest, VerdictResponse>
{
    private const string RetractSql = """
        update verdicts
        set state = 'retracted',
            retraction_reason = @Reason,
            ended_at = @Now,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Post("/verdicts/{id}/retract");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.Publish)
            .Says(
                "Retract a published verdict",
                "It stays readable, with the reason. If it was the house verdict, the newest other published verdict takes that role.")
            .Gives<VerdictResponse>().HonoursIfMatch().Refuses(404, 409));
    }

    public override async Task HandleAsync(RetractVerdictRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var moving = await MovingVerdict.FindAsync(tx, request.Id, actor);
            moving.Require(VerdictMove.Retract, HttpContext);
            await tx.ExecuteAsync(RetractSql, new { request.Id, request.Reason, tx.Now });
            if (moving.Verdict is { House: true, ClaimId: var claim })
            {
                await HouseVerdict.SetAsync(tx, actor.Name, claim, before: request.Id, after: await HouseVerdict.NewestAsync(tx, claim));
            }

            return (await moving.MovedAsync(tx, actor, "verdict.retracted"))
                .Telling((log, trace) => log.VerdictRetracted(actor.Name, request.Id, moving.Verdict.ClaimId, trace));
        });
    }
}
