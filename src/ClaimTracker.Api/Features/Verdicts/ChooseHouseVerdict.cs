namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class ChooseHouseVerdict : WriteEndpoint<OneRequest, VerdictResponse>
{
    public override void Configure()
    {
        Post("{id}/house");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Let a published verdict speak for the desk";
            s.Description = "Where several stand on a claim, in the place of the one that did. The others stay published.";
        });
        Description(
            static d => d
                .Produces<VerdictResponse>()
                .ProducesProblem(404)
                .ProducesProblem(409)
                .HonoursIfMatch(),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var chosen = await MovingVerdict.FindAsync(change, request.Id);
        change.RequireUnchangedIfAsked(chosen.Verdict);
        if (chosen.Verdict.State != VerdictState.Published)
        {
            throw chosen.Refusal("Only a published one can speak for the desk.");
        }

        var claim = chosen.Verdict.ClaimId;
        await HouseVerdict.SetAsync(change, claim, await HouseVerdict.FindAsync(change, claim), request.Id);
        return Reply.Resource((await VerdictReader.FindAsync(change, request.Id, change.Actor))!);
    }
}
