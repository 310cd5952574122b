using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Sources;

internal sealed class GetSource : ReadEndpoint<OneRequest, SourceResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<SourcesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s => s.Summary = "One source");
        Description(static d => d.Produces<SourceResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<SourceResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await SourceReader.FindAsync(tx, request.Id)).OrNotFound(Subject.Source(request.Id)).SeenBy(actor);
}
