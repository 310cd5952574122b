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

internal sealed class LinkEvidence : WriteEndpoint<LinkEvidenceRequest, EvidenceResponse>
{
    private const string ClaimSql = "select id from claims where id = @ClaimId";

    public override void Configure()
    {
        Put("{id}/claims/{claimId}");
        Group<EvidenceGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Link an evidence record to a claim";
            s.Description = "201 for a new link, 200 where it changed, 409 where it is there already just so.";
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
        if (!await change.AnyAsync(ClaimSql, new { request.ClaimId }))
        {
            throw Subject.Claim(request.ClaimId).NotFound();
        }

        await EvidenceAttachments.RefuseOwnArticleAsync(change, evidence.Source.Id, request.ClaimId);
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
            throw Problem.Conflict($"Evidence {request.Id} is linked to claim {request.ClaimId} already, in just this way.", Subject.Evidence(request.Id).Address);
        }

        await EvidenceLinkRow.WriteAsync(change, request.Id, link, before);
        var linked = (await EvidenceReader.FindAsync(change, request.Id))!;
        return before is null ? Reply.Created(Subject.Evidence(linked.Id).Address, linked) : Reply.Resource(linked);
    }
}
