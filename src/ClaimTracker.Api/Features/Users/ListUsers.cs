using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Users;

internal sealed record ListUsersRequest : PageRequest;

internal sealed class ListUsersValidator : PageRequestValidator<ListUsersRequest>;

internal sealed class ListUsers(Db db) : Endpoint<ListUsersRequest, Page<UserResponse>>
{
    private const string CountSql = "select count(*) from users";

    public override void Configure()
    {
        Get("/users");
        Group<UsersGroup>();
        Description(static d => d.For(Permission.Administer).Says("List the users", "Those among them who were removed.").Gives<Page<UserResponse>>());
    }

    public override async Task HandleAsync(ListUsersRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, SortColumn.ById("u.id"));
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<UserResponse>> ReadAsync(ReadTx tx, ListUsersRequest request, Keyset keyset)
    {
        var sql = $"""
            select u.id
            from users u
            {keyset.Continue(new SqlWhere())}
            {keyset.OrderBy}
            limit @Take
            """;
        var (ids, next) = keyset.Cut(await tx.ListAsync<long>(sql, keyset.AddTo(new())), static id => (null, id));
        return new Page<UserResponse>(await UserRow.LoadAsync(tx, [.. ids]), next)
        {
            Total = request.Count == true ? await tx.SingleAsync<long>(CountSql) : null,
        };
    }
}
