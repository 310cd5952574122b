using ClaimTracker.Api.Domain.Judgements;

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
            s.Description =
                "If several verdicts on a claim are published, this one replaces the current house verdict. The others stay published.";
        });
        Description(
            static d => d.Produces<VerdictResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var chosen = await MovingVerdict.FindAsync(change, request.Id);
        change.RequireUnchangedIfAsked(chosen.Verdict, Subject.Verdict(request.Id));
        if (chosen.Verdict.State != VerdictState.Published)
        {
            throw chosen.Refusal($"{chosen.Kind} cannot speak for the desk: choose a published one.");
        }

        var claim = chosen.Verdict.ClaimId;
        await HouseVerdict.SetAsync(change, claim, await HouseVerdict.FindAsync(change, claim), request.Id);
        return Reply.ResourceAt(
            Subject.Verdict(request.Id).Address, (await VerdictReader.FindAsync(change, request.Id, change.Actor))!);
    }
}
