using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Users;

internal sealed record GetKeyRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long KeyId { get; init; }
}

internal sealed class GetKey(Db db) : Endpoint<GetKeyRequest, KeyResponse>
{
    public override void Configure()
    {
        Get("/users/{id}/keys/{keyId}");
        Group<UsersGroup>();
        Description(static d => d.For(Permission.Administer).Says("One key of a user", "Never the key itself.").Gives<KeyResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetKeyRequest request, CancellationToken ct)
    {
        var key = await db.ReadAsync(tx => KeyRow.FindAsync(tx, request.Id, request.KeyId), ct)
            ?? throw KeyRow.NotFound(request.Id, request.KeyId);
        await Send.ResourceAsync(key.ToResponse());
    }
}
