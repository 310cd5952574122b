using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed class EditUser : WriteEndpoint<PatchRequest<UserBody>, UserResponse>
{
    public override void Configure()
    {
        Patch("{id}");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Change a user's role, address or display name";
            s.Description = "It takes effect with the next request. The name cannot be changed: the history refers to users by name.";
        });
        Description(
            static d => d
                .Produces<UserResponse>()
                .ProducesProblem(404)
                .ProducesProblem(409)
                .RequiresIfMatch(),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<UserBody> request)
    {
        var current = (await UserReader.FindAsync(change, request.Id)).OrNotFound(Subject.User(request.Id));
        change.RequireUnchanged(current);
        var edited = request.Patch.ApplyTo(current.ToBody(), UserBodyValidator.Instance);
        if (edited.Name != current.Name)
        {
            throw Problem.Invalid("name", "cannot be changed: the history goes by it");
        }

        if (current.RemovedAt is not null)
        {
            throw Problem.Conflict($"User {request.Id} was removed.", Subject.User(request.Id).Address);
        }

        await UserWriter.UpdateAsync(change, request.Id, current.ToBody(), edited);
        var (before, after) = (current.ToBody().RoleInWords(), edited.RoleInWords());
        if (before != after)
        {
            change.AfterCommit((log, trace) => log.RoleChanged(change.Actor.Name, request.Id, before, after, trace));
        }

        return Reply.Resource((await UserReader.FindAsync(change, request.Id))!);
    }
}
