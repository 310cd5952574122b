using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed class GetUser : ReadEndpoint<OneRequest, UserResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s => s.Summary = "One user");
        Description(static d => d.Produces<UserResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<UserResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await UserReader.FindAsync(tx, request.Id)).OrNotFound(Subject.User(request.Id));
}
