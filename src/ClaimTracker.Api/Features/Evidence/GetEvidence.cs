using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed class GetEvidence : ReadEndpoint<OneRequest, EvidenceResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<EvidenceGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s => s.Summary = "One evidence record, with its source and claims");
        Description(static d => d.Produces<EvidenceResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<EvidenceResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        ((await EvidenceReader.FindAsync(tx, request.Id))?.SeenBy(actor)).OrNotFound(Subject.Evidence(request.Id));
}
