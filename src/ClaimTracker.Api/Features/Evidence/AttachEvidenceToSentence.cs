using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record AttachEvidenceToSentenceRequest : EvidenceAttachment
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The claim of the sentence that is meant; required if it has several.</summary>
    public long? ClaimId { get; init; }
}

internal sealed class AttachEvidenceToSentenceValidator : EvidenceAttachmentValidator<AttachEvidenceToSentenceRequest>;

internal sealed class AttachEvidenceToSentence : WriteEndpoint<AttachEvidenceToSentenceRequest, SentenceEvidence>
{
    public override void Configure()
    {
        Post("{id}/evidence");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Attach evidence to a sentence";
            s.Description = "A sentence without a claim gets one with the same words. If it has several claims, `claimId` is required.";
        });
        Description(
            static d => d
                .Produces<SentenceEvidence>(201)
                .AnswersNoResource()
                .ProducesProblem(404)
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, AttachEvidenceToSentenceRequest request)
    {
        var claim = await ClaimOfSentence.ChooseOrMakeAsync(change, request.Id, request.ClaimId);
        var id = await EvidenceWriter.InsertAsync(change, claim, request);
        var evidence = SentenceEvidence.Of((await EvidenceReader.FindAsync(change, id))!, claim);
        return Reply.CreatedReport(Subject.Evidence(evidence.Id).Address, evidence);
    }
}
