using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed record ListUsersRequest : ResourcesRequest;

internal sealed class ListUsersValidator : PageRequestValidator<ListUsersRequest>;

internal sealed class ListUsers : ListEndpoint<ListUsersRequest, UserResponse>
{
    public override void Configure()
    {
        Get("");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "List the users";
            s.Description = "Those among them who were removed.";
        });
        Description(static d => d.Produces<Page<UserResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListUsersRequest request) => SortColumn.ById("u.id");

    public override Task<Page<UserResponse>> ReadAsync(ReadTx tx, Actor actor, ListUsersRequest request, Keyset keyset) =>
        tx.PageAsync(keyset, new PageQuery<UserResponse>(
            UserReader.Columns, "users u", new Filter().AnyOf("u.id", request.Ids), static user => (null, user.Id)));
}
