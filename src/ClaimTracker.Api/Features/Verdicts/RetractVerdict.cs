using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record RetractVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The reason, which is public.</summary>
    public string? Reason { get; init; }
}

internal sealed class RetractVerdictValidator : Validator<RetractVerdictRequest>
{
    public RetractVerdictValidator() => RuleFor(static r => r.Reason).Required(Limits.Reason);
}

internal sealed class RetractVerdict : WriteEndpoint<RetractVerdictRequest, VerdictResponse>
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
        Post("{id}/retract");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Retract a published verdict";
            s.Description =
                "It stays readable, with the reason. If it was the house verdict, the newest other published verdict takes that role.";
        });
        Description(
            static d => d.Produces<VerdictResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override Task<Reply> WriteAsync(Change change, RetractVerdictRequest request) => MoveAsync(change, request);

    public static async Task<Reply> MoveAsync(Change change, RetractVerdictRequest request)
    {
        var moving = await MovingVerdict.FindAsync(change, request.Id);
        moving.Require(change, VerdictMove.Retract);
        await change.ExecuteAsync(RetractSql, new { request.Id, request.Reason, change.Now });
        if (moving.Verdict is { House: true, ClaimId: var claim })
        {
            await HouseVerdict.SetAsync(change, claim, before: request.Id, after: await HouseVerdict.NewestAsync(change, claim));
        }

        change.AfterCommit((log, trace) => log.VerdictRetracted(change.Actor.Name, request.Id, moving.Verdict.ClaimId, trace));
        return await moving.RecordAsync(change, EventKind.VerdictRetracted);
    }
}
