namespace ClaimTracker.Api.Features.Lists;

internal sealed class GetList : ReadEndpoint<OneRequest, ListResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<ListsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s => s.Summary = "One list of claims");
        Description(static d => d.Produces<ListResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<ListResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await ListReader.FindAsync(tx, request.Id, actor)).OrNotFound(Subject.List(request.Id));
}
