using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Users;

internal sealed record ListKeysRequest : PageRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class ListKeysValidator : PageRequestValidator<ListKeysRequest>;

internal sealed class ListKeys(Db db) : Endpoint<ListKeysRequest, Page<KeyResponse>>
{
    private const string CountSql = "select count(*) from api_keys where user_id = @Id";

    public override void Configure()
    {
        Get("/users/{id}/keys");
        Group<UsersGroup>();
        Description(static d => d.For(Permission.Administer).Says("List the keys of a user", "Those among them that were revoked. Never the keys themselves.").Gives<Page<KeyResponse>>().Refuses(404));
    }

    public override async Task HandleAsync(ListKeysRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, SortColumn.ById("k.id"));
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<KeyResponse>> ReadAsync(ReadTx tx, ListKeysRequest request, Keyset keyset)
    {
        (await UserRow.FindAsync(tx, request.Id)).OrNotFound("user", request.Id);
        var sql = $"""
            select {KeyRow.Columns}
            from api_keys k
            {keyset.Continue(new SqlWhere().If(true, "k.user_id = @Id"))}
            {keyset.OrderBy}
            limit @Take
            """;
        var (keys, next) = keyset.Cut(await tx.ListAsync<KeyRow>(sql, keyset.AddTo(new DynamicParameters(new { request.Id }))), static key => (null, key.Id));
        return new Page<KeyResponse>([.. keys.Select(static key => key.ToResponse())], next)
        {
            Total = request.Count == true ? await tx.SingleAsync<long>(CountSql, new { request.Id }) : null,
        };
    }
}
