using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed record ListKeysRequest : ResourcesRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class ListKeysValidator : PageRequestValidator<ListKeysRequest>;

internal sealed class ListKeys : ListEndpoint<ListKeysRequest, KeyResponse>
{
    public override void Configure()
    {
        Get("{id}/keys");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "List the keys of a user";
            s.Description = "Those among them that were revoked. Never the keys themselves.";
        });
        Description(static d => d.Produces<Page<KeyResponse>>().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListKeysRequest request) => SortColumn.ById("k.id");

    public override async Task<Page<KeyResponse>> ReadAsync(ReadTx tx, Actor actor, ListKeysRequest request, Keyset keyset)
    {
        (await UserReader.FindAsync(tx, request.Id)).OrNotFound(Subject.User(request.Id));
        return await tx.PageAsync(keyset, new PageQuery<KeyResponse>(
            KeyReader.Columns,
            "api_keys k",
            new Filter().Equal("k.user_id", request.Id).AnyOf("k.id", request.Ids),
            static key => (null, key.Id)));
    }
}
