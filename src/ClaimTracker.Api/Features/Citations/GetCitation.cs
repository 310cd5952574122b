using ClaimTracker.Api.Domain.Citations;

namespace ClaimTracker.Api.Features.Citations;

internal sealed class GetCitation : ReadEndpoint<OneRequest, CitationResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<CitationsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s => s.Summary = "One citation");
        Description(static d => d.Produces<CitationResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<CitationResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await CitationReader.FindAsync(tx, request.Id)).OrNotFound(Subject.Citation(request.Id));
}
