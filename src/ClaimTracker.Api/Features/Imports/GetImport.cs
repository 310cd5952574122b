namespace ClaimTracker.Api.Features.Imports;

internal sealed class GetImport : ReadEndpoint<OneRequest, ImportResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<ImportsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s => s.Summary = "How far an import is");
        Description(static d => d.Produces<ImportResponse>().ProducesProblem(404), clearDefaults: true);
    }

    protected override bool IsOneQuery => true;

    public override async Task<ImportResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await ImportReader.FindAsync(tx, request.Id)).OrNotFound(Subject.Import(request.Id)).ToResponse();
}
