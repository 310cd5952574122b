using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class GetVerdict : ReadEndpoint<OneRequest, VerdictResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s => s.Summary = "One verdict, with its evidence");
        Description(static d => d.Produces<VerdictResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<VerdictResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await VerdictReader.FindAsync(tx, request.Id, actor)).OrNotFound(Subject.Verdict(request.Id));
}
