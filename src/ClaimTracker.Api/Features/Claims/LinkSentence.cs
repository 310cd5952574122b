using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record LinkSentenceRequest
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }

    /// <summary>What the sentence does with the claim; asserts, if left out.</summary>
    public SentenceRole? Role { get; init; }

    /// <summary>First code point of the span that makes the claim, in the text of the article.</summary>
    public int? SpanStart { get; init; }

    /// <summary>End of that span, exclusive.</summary>
    public int? SpanEnd { get; init; }
}

internal sealed class LinkSentence : WriteEndpoint<LinkSentenceRequest, SentenceLink>
{
    private const string ClaimSql = "select id from claims where id = @ClaimId";

    private const string LinkSql = """
        select sentence_id, claim_id, role, span_start + @StartOffset as span_start, span_end + @StartOffset as span_end
        from sentence_claims
        where sentence_id = @Id and claim_id = @ClaimId
        """;

    private const string RecheckSql = "select claim_id from sentence_claims where sentence_id = @Id and claim_id = @ClaimId and needs_recheck";

    private const string OwnEvidenceSql = """
        select l.evidence_id
        from sentences t
        join articles a on a.id = t.article_id
        join sources s on s.url_key = a.url_key
        join evidence e on e.source_id = s.id
        join claim_evidence l on l.evidence_id = e.id and l.claim_id = @ClaimId
        where t.id = @Id
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
                "201 for a new link; 200 where its role or span changed, or where it had to be checked again, which it is then; 409 "
                + "where it is there already just so.";
        });
        Description(
            static d => d
                .Produces<SentenceLink>(201)
                .Produces<SentenceLink>()
                .ProducesProblem(404)
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, LinkSentenceRequest request)
    {
        var place = await SentenceLinks.PlaceAsync(change, request.Id);
        if (!await change.AnyAsync(ClaimSql, new { request.ClaimId }))
        {
            throw Subject.Claim(request.ClaimId).NotFound();
        }

        place.CheckSpan(request.SpanStart, request.SpanEnd);
        if (await change.FirstAsync<long?>(OwnEvidenceSql, new { request.Id, request.ClaimId }) is { } evidence)
        {
            throw Problem.Conflict(
                $"Evidence {evidence} on claim {request.ClaimId} is taken from the article of sentence {request.Id}: an article is no source for its own claims.",
                Subject.Evidence(evidence).Address);
        }

        var before = await change.FirstAsync<SentenceLink>(LinkSql, new { request.Id, request.ClaimId, place.StartOffset });
        var link = new SentenceLink
        {
            SentenceId = request.Id,
            ClaimId = request.ClaimId,
            Role = request.Role ?? SentenceRole.Asserts,
            SpanStart = request.SpanStart,
            SpanEnd = request.SpanEnd,
        };
        if (link == before && !await change.AnyAsync(RecheckSql, new { request.Id, request.ClaimId }))
        {
            throw Problem.Conflict($"Sentence {request.Id} is linked to claim {request.ClaimId} already, in just this way.", Subject.Claim(request.ClaimId).Address);
        }

        await SentenceLinks.WriteAsync(change, link, place, before);
        return before is null ? Reply.Created(Subject.Claim(link.ClaimId).Address, link) : Reply.Resource(link);
    }
}
