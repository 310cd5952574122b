using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record LinkEvidenceRequest
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
        RuleFor(static l => l.Stance).Present();
        RuleFor(static l => l.Set).GreaterThan(0).WithMessage("must be a number from 1");
        RuleFor(static l => l.Note).Optional(Limits.Text);
        RuleFor(static l => l.Question).Optional(Limits.Text);
        RuleFor(static l => l.AnswerType).Optional(Limits.Text);
    }
}

internal sealed class LinkEvidence(Writes writes) : Endpoint<LinkEvidenceRequest, EvidenceResponse>
{
    private const string ClaimSql = "select id from claims where id = @ClaimId";

    public override void Configure()
    {
        Put("/evidence/{id}/claims/{claimId}");
        Group<EvidenceGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Link an evidence record to a claim", "201 for a new link, 200 where it changed, 409 where it is there already just so.")
            .Creates<EvidenceResponse>().Gives<EvidenceResponse>().Refuses(404, 409));
    }

    public override async Task HandleAsync(LinkEvidenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var evidence = (await EvidenceLoader.FindAsync(tx, request.Id)).OrNotFound("evidence", request.Id);
            if (!await tx.AnyAsync(ClaimSql, new { request.ClaimId }))
            {
                throw Problem.NotFound("claim", request.ClaimId);
            }

            await EvidenceAttachments.RefuseOwnArticleAsync(tx, evidence.Source.Id, request.ClaimId);
            var before = evidence.Links.FirstOrDefault(l => l.ClaimId == request.ClaimId);
            var link = new EvidenceLink
            {
                ClaimId = request.ClaimId,
                Stance = request.Stance!.Value,
                Set = request.Set,
                Note = request.Note,
                Question = request.Question,
                AnswerType = request.AnswerType,
            };
            if (link == before)
            {
                throw Problem.Conflict($"Evidence {request.Id} is linked to claim {request.ClaimId} already, in just this way.", EvidenceGroup.Address + request.Id);
            }

            await EvidenceLinkRow.WriteAsync(tx, actor.Name, request.Id, link, before);
            var linked = (await EvidenceLoader.FindAsync(tx, request.Id))!;
            return before is null ? Reply.Created(EvidenceGroup.Address + linked.Id, linked) : Reply.Resource(linked);
        });
    }
}
