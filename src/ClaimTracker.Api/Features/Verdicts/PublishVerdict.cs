using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record PublishVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class PublishVerdict(Writes writes) : Endpoint<PublishVerdictRequest, VerdictResponse>
{
    private const string PublishSql = """
        update verdicts
        set state = 'published',
            published_at = @Now,
            updated_at = @Now
        where id = @Id
        """;

    // One that was retracted meanwhile stays so.
    private const string SupersedeSql = """
        update verdicts
        set state = 'superseded',
            ended_at = @Now,
            updated_at = @Now
        where id = @old and state = 'published'
        """;

    public override void Configure()
    {
        Post("/verdicts/{id}/publish");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.Publish)
            .Says("Publish an approved verdict", "From then on it does not change. A correction supersedes the verdict that it corrects in the same moment, and speaks for the desk where that one did.")
            .Gives<VerdictResponse>().HonoursIfMatch().Refuses(404, 409));
    }

    public override async Task HandleAsync(PublishVerdictRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var moving = await MovingVerdict.FindAsync(tx, request.Id, actor);
            moving.Require(VerdictMove.Publish, HttpContext);
            var (claim, superseded) = (moving.Verdict.ClaimId, moving.Verdict.Supersedes);
            await tx.ExecuteAsync(PublishSql, new { request.Id, tx.Now });
            var house = await HouseVerdict.FindAsync(tx, claim);
            await HouseVerdict.SetAsync(tx, actor.Name, claim, house, VerdictWorkflow.HouseAfterPublication(house, request.Id, superseded));
            Announcement told = (log, trace) => log.VerdictPublished(actor.Name, request.Id, claim, trace);
            if (superseded is { } old && await SupersedeAsync(tx, actor, old))
            {
                told += (log, trace) => log.VerdictSuperseded(actor.Name, old, claim, request.Id, trace);
            }

            return (await moving.MovedAsync(tx, actor, "verdict.published")).Telling(told);
        });
    }

    private static async Task<bool> SupersedeAsync(WriteTx tx, Actor actor, long old)
    {
        var before = await MovingVerdict.FindAsync(tx, old, actor);
        if (await tx.ExecuteAsync(SupersedeSql, new { old, tx.Now }) == 0)
        {
            return false;
        }

        await before.MovedAsync(tx, actor, "verdict.superseded");
        return true;
    }
}
