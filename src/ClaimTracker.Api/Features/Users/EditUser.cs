using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Users;

internal sealed record EditUserRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<UserBody> Patch { get; init; } = null!;
}

internal sealed class EditUser(Writes writes) : Endpoint<EditUserRequest, UserResponse>
{
    public override void Configure()
    {
        Patch("/users/{id}");
        Group<UsersGroup>();
        Description(static d => d
            .For(Permission.Administer)
            .Says(
                "Change a user's role or address",
                "It takes effect with the next request. The name cannot be changed: the history refers to users by name.")
            .Gives<UserResponse>().Edits().Refuses(404, 409));
    }

    public override Task HandleAsync(EditUserRequest request, CancellationToken ct) => writes.RunAsync(HttpContext, async (tx, actor) =>
    {
        var current = (await UserRow.FindAsync(tx, request.Id)).OrNotFound("user", request.Id);
        ETags.CheckIfMatch(HttpContext, current);
        var edited = request.Patch.ApplyTo(current.ToBody(), UserBodyValidator.Instance);
        if (edited.Name != current.Name)
        {
            throw Problem.Invalid("name", "cannot be changed: the history goes by it");
        }

        if (current.RemovedAt is not null)
        {
            throw Problem.Conflict($"User {request.Id} was removed.", UsersGroup.Address + request.Id);
        }

        await UserRecord.UpdateAsync(tx, actor.Name, request.Id, current.ToBody(), edited);
        var reply = Reply.Resource((await UserRow.FindAsync(tx, request.Id))!);
        var (before, after) = (current.ToBody().Standing(), edited.Standing());
        return before == after ? reply : reply.Telling((log, trace) => log.RoleChanged(actor.Name, request.Id, before, after, trace));
    });
}
