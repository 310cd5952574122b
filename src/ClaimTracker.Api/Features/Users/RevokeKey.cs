using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Users;

internal sealed record RevokeKeyRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long KeyId { get; init; }
}

internal sealed class RevokeKey(Writes writes) : Endpoint<RevokeKeyRequest>
{
    public override void Configure()
    {
        Delete("/users/{id}/keys/{keyId}");
        Group<UsersGroup>();
        Description(static d => d.For(Permission.Administer).Says("Revoke a key", "It opens nothing from then on, and writes nothing that it has begun.").Removes().Refuses(404));
    }

    public override Task HandleAsync(RevokeKeyRequest request, CancellationToken ct) => writes.RunAsync(HttpContext, async (tx, actor) =>
    {
        var key = await KeyRow.FindAsync(tx, request.Id, request.KeyId)
            ?? throw KeyRow.NotFound(request.Id, request.KeyId);
        return await ApiKeys.RevokeAsync(tx, actor.Name, key.Id) is { } user
            ? Reply.Gone.Telling((log, trace) => log.KeyRevoked(actor.Name, key.Id, user, trace))
            : Reply.Gone;
    });
}
