using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Fields;

internal sealed class GetField : ReadEndpoint<OneRequest, FieldResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<FieldsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s => s.Summary = "One field of the desk's own");
        Description(static d => d.Produces<FieldResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<FieldResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await FieldReader.FindAsync(tx, request.Id)).OrNotFound(Subject.Field(request.Id));
}
