using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class PublishVerdict : WriteEndpoint<OneRequest, VerdictResponse>
{
    private const string PublishSql = """
        update verdicts
        set state = 'published',
            published_at = @Now,
            updated_at = @Now
        where id = @Id
        """;

    // A verdict that was retracted in the meantime stays retracted.
    private const string SupersedeSql = """
        update verdicts
        set state = 'superseded',
            ended_at = @Now,
            updated_at = @Now
        where id = @old and state = 'published'
        """;

    public override void Configure()
    {
        Post("{id}/publish");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Publish an approved verdict";
            s.Description =
                "A published verdict does not change. A correction supersedes the verdict that it corrects in the same moment, and "
                + "speaks for the desk if that verdict did.";
        });
        Description(
            static d => d.Produces<VerdictResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override Task<Reply> WriteAsync(Change change, OneRequest request) => MoveAsync(change, request);

    public static async Task<Reply> MoveAsync(Change change, OneRequest request)
    {
        var moving = await MovingVerdict.FindAsync(change, request.Id);
        moving.Require(change, VerdictMove.Publish);
        var (claim, superseded) = (moving.Verdict.ClaimId, moving.Verdict.Supersedes);
        await change.ExecuteAsync(PublishSql, new { request.Id, change.Now });
        var house = await HouseVerdict.FindAsync(change, claim);
        await HouseVerdict.SetAsync(change, claim, house, VerdictWorkflow.HouseAfterPublication(house, request.Id, superseded));
        change.AfterCommit((log, trace) => log.VerdictPublished(change.Actor.Name, request.Id, claim, trace));
        if (superseded is { } old && await SupersedeAsync(change, old))
        {
            change.AfterCommit((log, trace) => log.VerdictSuperseded(change.Actor.Name, old, claim, request.Id, trace));
        }

        return await moving.RecordAsync(change, EventKind.VerdictPublished);
    }

    private static async Task<bool> SupersedeAsync(Change change, long old)
    {
        var before = await MovingVerdict.FindAsync(change, old);
        if (await change.ExecuteAsync(SupersedeSql, new { old, change.Now }) == 0)
        {
            return false;
        }

        await before.RecordAsync(change, EventKind.VerdictSuperseded);
        return true;
    }
}
