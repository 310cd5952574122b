using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed record CreateUserRequest : UserBody;

internal sealed class CreateUserValidator : Validator<CreateUserRequest>
{
    public CreateUserValidator()
    {
        Include(UserBodyValidator.Instance);
        RuleFor(static u => u.Name).Must(static name => name is null || !ReservedNames.Contains(name)).WithMessage(ReservedNames.Refusal);
    }
}

internal sealed class CreateUser : WriteEndpoint<CreateUserRequest, UserResponse>
{
    public override void Configure()
    {
        Post("");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Add a user";
            s.Description = "A name is never given to another, not even after its user was removed: the history goes by it.";
        });
        Description(static d => d.Produces<UserResponse>(201).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateUserRequest request)
    {
        var id = await UserWriter.InsertAsync(change, request);
        change.AfterCommit((log, trace) => log.UserCreated(change.Actor.Name, id, request.RoleInWords(), trace));
        return Reply.Created(Subject.User(id).Address, (await UserReader.FindAsync(change, id))!);
    }
}
