using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record AttachEvidenceRequest : EvidenceAttachment
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class AttachEvidenceValidator : EvidenceAttachmentValidator<AttachEvidenceRequest>;

internal sealed class AttachEvidence(Writes writes) : Endpoint<AttachEvidenceRequest, EvidenceResponse>
{
    private const string ClaimSql = "select id from claims where id = @Id";

    public override void Configure()
    {
        Post("/claims/{id}/evidence");
        Group<EvidenceGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Attach evidence to a claim", "The source is one that exists, or comes along; both are stored together or not at all. One that comes along as confidential is refused where its address is known and not so.")
            .Creates<EvidenceResponse>().Refuses(404, 409));
    }

    public override async Task HandleAsync(AttachEvidenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            if (!await tx.AnyAsync(ClaimSql, new { request.Id }))
            {
                throw Problem.NotFound("claim", request.Id);
            }

            var evidence = (await EvidenceLoader.FindAsync(tx, await EvidenceAttachments.InsertAsync(tx, actor.Name, request.Id, request)))!;
            return Reply.Created(EvidenceGroup.Address + evidence.Id, evidence);
        });
    }
}
