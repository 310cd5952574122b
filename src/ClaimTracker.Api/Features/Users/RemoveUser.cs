using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Users;

internal sealed record RemoveUserRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class RemoveUser(Writes writes) : Endpoint<RemoveUserRequest>
{
    public override void Configure()
    {
        Delete("/users/{id}");
        Group<UsersGroup>();
        Description(static d => d
            .For(Permission.Administer)
            .Says(
                "Remove a user",
                "Every key of the user is revoked immediately, and no If-Match is needed. The name stays with what the user did.")
            .Removes().Refuses(404, 409));
    }

    public override Task HandleAsync(RemoveUserRequest request, CancellationToken ct) => writes.RunAsync(HttpContext, async (tx, actor) =>
    {
        var user = (await UserRow.FindAsync(tx, request.Id)).OrNotFound("user", request.Id);
        if (user.RemovedAt is not null)
        {
            return Reply.Gone;
        }

        await UserRecord.RemoveAsync(tx, actor.Name, request.Id, user.ToBody());
        return Reply.Gone.Telling((log, trace) => log.UserRemoved(actor.Name, request.Id, trace));
    });
}
