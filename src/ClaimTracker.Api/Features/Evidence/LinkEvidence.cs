using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record LinkEvidenceRequest : IEvidenceLinkBody
{
    /// <summary>The evidence record.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }

    public Stance? Stance { get; init; }

    /// <summary>The evidence set: members of a set are needed together, sets are alternatives.</summary>
    public int? Set { get; init; }

    public string? Note { get; init; }

    /// <summary>The question that the evidence answers.</summary>
    public string? Question { get; init; }

    public string? AnswerType { get; init; }
}

internal sealed class LinkEvidenceValidator : Validator<LinkEvidenceRequest>
{
    public LinkEvidenceValidator()
    {
        Include(EvidenceLinkBodyValidator.Instance);
        RuleFor(static l => l.Note).Optional(Limits.Text);
    }
}

internal sealed class LinkEvidence : WriteEndpoint<LinkEvidenceRequest, EvidenceResponse>
{
    public override void Configure()
    {
        Put("{id}/claims/{claimId}");
        Group<EvidenceGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Link an evidence record to a claim";
            s.Description = "201 for a new link, 200 if it changed, 409 if the identical link exists, or the record was erased.";
        });
        Description(
            static d => d
                .Produces<EvidenceResponse>(201)
                .Produces<EvidenceResponse>()
                .ProducesProblem(404)
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, LinkEvidenceRequest request)
    {
        var evidence = (await EvidenceReader.FindAsync(change, request.Id)).OrNotFound(Subject.Evidence(request.Id));
        Subject.Evidence(request.Id).RefuseIfErased(evidence.Erased);
        await ClaimMerges.RequireAsync(change, request.ClaimId);

        await EvidenceWriter.RefuseOwnArticleAsync(change, evidence.Source.Id, request.ClaimId);
        var before = evidence.Links.FirstOrDefault(l => l.ClaimId == request.ClaimId);
        var link = EvidenceLink.Of(request.ClaimId, request, request.Note);
        if (link == before)
        {
            throw Problem.Conflict(
                $"An identical link of evidence {request.Id} to claim {request.ClaimId} exists already.",
                Subject.Evidence(request.Id).Address);
        }

        await EvidenceWriter.LinkAsync(change, request.Id, link, before);
        var linked = (await EvidenceReader.FindAsync(change, request.Id))!;
        var address = Subject.Evidence(linked.Id).Address;
        return before is null ? Reply.Created(address, linked) : Reply.ResourceAt(address, linked);
    }
}
