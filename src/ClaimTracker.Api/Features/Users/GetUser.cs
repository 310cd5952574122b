using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Users;

internal sealed record GetUserRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class GetUser(Db db) : Endpoint<GetUserRequest, UserResponse>
{
    public override void Configure()
    {
        Get("/users/{id}");
        Group<UsersGroup>();
        Description(static d => d.For(Permission.Administer).Says("One user").Gives<UserResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetUserRequest request, CancellationToken ct)
    {
        var user = await db.ReadAsync(tx => UserRow.FindAsync(tx, request.Id), ct);
        await Send.ResourceAsync(user.OrNotFound("user", request.Id));
    }
}
