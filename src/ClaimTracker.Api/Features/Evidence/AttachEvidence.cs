using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record AttachEvidenceRequest : EvidenceAttachment
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class AttachEvidenceValidator : EvidenceAttachmentValidator<AttachEvidenceRequest>;

internal sealed class AttachEvidence : WriteEndpoint<AttachEvidenceRequest, EvidenceResponse>
{
    public override void Configure()
    {
        Post("{id}/evidence");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Attach evidence to a claim";
            s.Description =
                "The source is one that exists, by its id, or a new one; both are stored together or not at all. 409 if the new source is "
                + "confidential and its address belongs to a source that is not.";
        });
        Description(static d => d.Produces<EvidenceResponse>(201).ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, AttachEvidenceRequest request)
    {
        await ClaimMerges.RequireAsync(change, request.Id);

        var evidence = (await EvidenceReader.FindAsync(change, await EvidenceWriter.InsertAsync(change, request.Id, request)))!;
        return Reply.Created(Subject.Evidence(evidence.Id).Address, evidence);
    }
}
