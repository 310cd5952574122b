using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record DraftVerdictRequest : VerdictBody
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class DraftVerdictValidator : Validator<DraftVerdictRequest>
{
    public DraftVerdictValidator() => Include(VerdictBodyValidator.Instance);
}

internal sealed class DraftVerdict : WriteEndpoint<DraftVerdictRequest, VerdictResponse>
{
    public override void Configure()
    {
        Post("{id}/verdicts");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Draft a verdict on a claim";
            s.Description = "It rests on the evidence that is named, or on all evidence of the claim. Either is cited as it is now.";
        });
        Description(static d => d.Produces<VerdictResponse>(201).ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, DraftVerdictRequest request)
    {
        await ClaimMerges.RequireAsync(change, request.Id);

        var evidence = await VerdictCitations.OfAsync(change, request.Id, request.EvidenceIds);
        var verdict = await VerdictWriter.InsertAsync(change, new NewVerdict(request.Id, request, evidence));
        return Reply.Created(Subject.Verdict(verdict.Id).Address, verdict);
    }
}
