using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Fields;

internal sealed record ListFieldsRequest : ResourcesRequest;

internal sealed class ListFieldsValidator : PageRequestValidator<ListFieldsRequest>;

internal sealed class ListFields : ListEndpoint<ListFieldsRequest, FieldResponse>
{
    public override void Configure()
    {
        Get("");
        Group<FieldsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "List the fields of the desk's own";
            s.Description = "In the order in which they were made.";
        });
        Description(static d => d.Produces<Page<FieldResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListFieldsRequest request) => SortColumn.ById("f.id");

    public override Task<Page<FieldResponse>> ReadAsync(ReadTx tx, Actor actor, ListFieldsRequest request, Keyset keyset) =>
        tx.PageAsync(keyset, "f.id", "fields f", new Filter().AnyOf("f.id", request.Ids), ids => FieldReader.LoadAsync(tx, ids));
}
