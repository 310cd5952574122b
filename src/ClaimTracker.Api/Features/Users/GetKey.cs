using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed record GetKeyRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long KeyId { get; init; }
}

internal sealed class GetKey : ReadEndpoint<GetKeyRequest, KeyResponse>
{
    public override void Configure()
    {
        Get("{id}/keys/{keyId}");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "One key of a user";
            s.Description = "Never the key itself.";
        });
        Description(static d => d.Produces<KeyResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override Task<KeyResponse> ReadAsync(ReadTx tx, Actor actor, GetKeyRequest request) =>
        KeyReader.FindAsync(tx, request.Id, request.KeyId);
}
