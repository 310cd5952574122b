using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed record RevokeKeyRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long KeyId { get; init; }
}

internal sealed class RevokeKey : WriteEndpoint<RevokeKeyRequest>
{
    public override void Configure()
    {
        Delete("{id}/keys/{keyId}");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Revoke a key";
            s.Description = "It opens nothing from then on, and writes nothing that it has begun.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, RevokeKeyRequest request)
    {
        var key = await KeyReader.FindAsync(change, request.Id, request.KeyId);
        if (await KeyWriter.RevokeAsync(change, key.Id) is { } user)
        {
            change.AfterCommit((log, trace) => log.KeyRevoked(change.Actor.Name, key.Id, user, trace));
        }

        return Reply.Gone;
    }
}
