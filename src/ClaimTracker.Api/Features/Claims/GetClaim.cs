using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

internal sealed class GetClaim : ReadEndpoint<OneRequest, ClaimResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s => s.Summary = "One claim, with its sentences and its verdict");
        Description(static d => d.Produces<ClaimResponse>().MovesOn().ProducesProblem(404), clearDefaults: true);
    }

    // A second one says, where there is no claim, what has become of it.
    protected override bool IsOneQuery => true;

    public override async Task<ClaimResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        await ClaimReader.FindAsync(tx, request.Id, actor) ?? throw await ClaimMerges.ElsewhereAsync(tx, request.Id);
}
