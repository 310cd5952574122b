namespace ClaimTracker.Api.Features.Settings;

internal sealed record GetCheckWorthinessRequest;

internal sealed class GetCheckWorthiness : ReadEndpoint<GetCheckWorthinessRequest, CheckWorthinessResponse>
{
    public override void Configure()
    {
        Get("check-worthiness");
        Group<SettingsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "The weights of check-worthiness";
            s.Description = "Those that the desk has set, or else those of the program, which were chosen by judgement.";
        });
        Description(static d => d.Produces<CheckWorthinessResponse>(), clearDefaults: true);
    }

    public override Task<CheckWorthinessResponse> ReadAsync(ReadTx tx, Actor actor, GetCheckWorthinessRequest request) =>
        CheckWorthinessResponse.FindAsync(tx);
}
