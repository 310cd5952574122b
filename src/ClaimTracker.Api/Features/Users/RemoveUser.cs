using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed class RemoveUser : WriteEndpoint<OneRequest>
{
    public override void Configure()
    {
        Delete("{id}");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Remove a user";
            s.Description =
                "Every key of the user is revoked immediately, and no If-Match is needed. The name stays with what the user did.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var user = (await UserReader.FindAsync(change, request.Id)).OrNotFound(Subject.User(request.Id));
        if (user.RemovedAt is not null)
        {
            return Reply.Gone;
        }

        await UserWriter.RemoveAsync(change, request.Id, user.ToBody());
        change.AfterCommit((log, trace) => log.UserRemoved(change.Actor.Name, request.Id, trace));
        return Reply.Gone;
    }
}
