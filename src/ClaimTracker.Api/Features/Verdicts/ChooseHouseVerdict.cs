using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record ChooseHouseVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class ChooseHouseVerdict(Writes writes) : Endpoint<ChooseHouseVerdictRequest, VerdictResponse>
{
    public override void Configure()
    {
        Post("/verdicts/{id}/house");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.Publish)
            .Says("Let a published verdict speak for the desk", "Where several stand on a claim, in the place of the one that did. The others stay published.")
            .Gives<VerdictResponse>().HonoursIfMatch().Refuses(404, 409));
    }

    public override async Task HandleAsync(ChooseHouseVerdictRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var chosen = await MovingVerdict.FindAsync(tx, request.Id, actor);
            ETags.CheckIfMatchIfSent(HttpContext, chosen.Verdict);
            if (chosen.Verdict.State != VerdictState.Published)
            {
                throw chosen.Refusal("Only a published one can speak for the desk.");
            }

            var claim = chosen.Verdict.ClaimId;
            await HouseVerdict.SetAsync(tx, actor.Name, claim, await HouseVerdict.FindAsync(tx, claim), request.Id);
            return Reply.Resource((await VerdictLoader.FindAsync(tx, request.Id, actor))!);
        });
    }
}
