namespace ClaimTracker.Api.Features.People;

internal sealed record GetMeRequest;

internal sealed class GetMe : ReadEndpoint<GetMeRequest, MeResponse>
{
    public override void Configure()
    {
        Get("");
        Group<MeGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Who the caller is, and may do what";
            s.Description = "With a token, the role is that of the token.";
        });
        Description(static d => d.Produces<MeResponse>(), clearDefaults: true);
    }

    public override Task<MeResponse> ReadAsync(ReadTx tx, Actor actor, GetMeRequest request) => MeResponse.FindAsync(tx, actor);
}
