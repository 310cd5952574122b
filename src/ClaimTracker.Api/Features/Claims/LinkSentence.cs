using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record LinkSentenceRequest
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }

    [FromBody]
    public MergePatch<LinkBody> Patch { get; init; } = null!;
}

internal sealed class LinkSentence : WriteEndpoint<LinkSentenceRequest, SentenceLink>
{
    private const string LinkSql = """
        select
            sentence_id,
            claim_id,
            role,
            span_start + @StartOffset as span_start,
            span_end + @StartOffset as span_end,
            outcome,
            outcome_note,
            outcome_by,
            outcome_at
        from sentence_claims
        where sentence_id = @Id and claim_id = @ClaimId
        """;

    private const string RecheckSql =
        "select claim_id from sentence_claims where sentence_id = @Id and claim_id = @ClaimId and needs_recheck";

    private const string OwnEvidenceSql = """
        select l.evidence_id
        from own_sources o
        join evidence e on e.source_id = o.source_id
        join claim_evidence l on l.evidence_id = e.id and l.claim_id = o.claim_id
        where o.claim_id = @ClaimId and o.article_id = (select t.article_id from sentences t where t.id = @Id)
        order by l.evidence_id
        limit 1
        """;

    public override void Configure()
    {
        Put("{id}/claims/{claimId}");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Link a sentence to a claim";
            s.Description =
                "201 for a new link, 200 for one that exists. Members that are left out stay; null clears. A link that was waiting to be "
                + "checked again is settled by this. `outcome` says how a line was settled whose claim was rated so that it needs a "
                + "change: `changed` once it was mended or taken out, or `stands` if an editor lets it stand, with the reason in "
                + "`outcomeNote`. A later edit of the words clears it.";
        });
        Description(
            static d => d
                .Produces<SentenceLink>(201)
                .Produces<SentenceLink>()
                .AnswersNoResource()
                .ProducesProblem(404)
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, LinkSentenceRequest request)
    {
        var (sentence, claim) = (request.Id, request.ClaimId);
        var place = await SentencePlace.FindAsync(change, sentence);
        await ClaimMerges.RequireAsync(change, claim);

        var before = await change.FirstAsync<SentenceLink>(LinkSql, new { request.Id, request.ClaimId, place.StartOffset });
        if (before is null)
        {
            await place.RequireHereAsync(change, sentence);
        }

        var body = request.Patch.ApplyTo(LinkBody.Of(before), LinkBodyValidator.Instance);
        var (start, end) = await place.SpanAsync(change, sentence, body.Span, body.SpanStart, body.SpanEnd);
        var link = SentenceLink.Of(sentence, claim, body.Role, start, end);
        link = await LineOutcome.GiveAsync(change, place, link, body, before);
        if (link == before && !await change.AnyAsync(RecheckSql, new { request.Id, request.ClaimId }))
        {
            return Reply.Answer(link);
        }

        await SentenceLinkWriter.WriteAsync(change, link, place, before);
        await RefuseOwnEvidenceAsync(change, request);
        return before is null ? Reply.CreatedReport(Subject.Claim(claim).Address, link) : Reply.Answer(link);
    }

    // Asked of the link as it is written: the refusal undoes it.
    private static async Task RefuseOwnEvidenceAsync(ReadTx tx, LinkSentenceRequest request)
    {
        if (await tx.FirstAsync<long?>(OwnEvidenceSql, new { request.Id, request.ClaimId }) is { } evidence)
        {
            throw Problem.Conflict(
                $"Evidence {evidence} on claim {request.ClaimId} is taken from the article of sentence {request.Id}: "
                + "an article is no source for its own claims.",
                Subject.Evidence(evidence).Address);
        }
    }
}
