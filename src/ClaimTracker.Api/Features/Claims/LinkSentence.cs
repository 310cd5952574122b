using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using FastEndpoints;

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

internal sealed class LinkSentence(Writes writes) : Endpoint<LinkSentenceRequest, SentenceLink>
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
        Put("/sentences/{id}/claims/{claimId}");
        Group<ClaimsGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Link a sentence to a claim", "201 for a new link; 200 where its role or span changed, or where it had to be checked again, which it is then; 409 where it is there already just so.")
            .Creates<SentenceLink>().Gives<SentenceLink>().Refuses(404, 409));
    }

    public override async Task HandleAsync(LinkSentenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var place = await SentenceLinks.PlaceAsync(tx, request.Id);
            if (!await tx.AnyAsync(ClaimSql, new { request.ClaimId }))
            {
                throw Problem.NotFound("claim", request.ClaimId);
            }

            place.CheckSpan(request.SpanStart, request.SpanEnd);
            if (await tx.FirstAsync<long?>(OwnEvidenceSql, new { request.Id, request.ClaimId }) is { } evidence)
            {
                throw Problem.Conflict(
                    $"Evidence {evidence} on claim {request.ClaimId} is taken from the article of sentence {request.Id}: an article is no source for its own claims.",
                    $"/api/v1/evidence/{evidence}");
            }

            var before = await tx.FirstAsync<SentenceLink>(LinkSql, new { request.Id, request.ClaimId, place.StartOffset });
            var link = new SentenceLink
            {
                SentenceId = request.Id,
                ClaimId = request.ClaimId,
                Role = request.Role ?? SentenceRole.Asserts,
                SpanStart = request.SpanStart,
                SpanEnd = request.SpanEnd,
            };
            if (link == before && !await tx.AnyAsync(RecheckSql, new { request.Id, request.ClaimId }))
            {
                throw Problem.Conflict($"Sentence {request.Id} is linked to claim {request.ClaimId} already, in just this way.", ClaimsGroup.Address + request.ClaimId);
            }

            await SentenceLinks.WriteAsync(tx, actor.Name, link, place, before);
            return before is null ? Reply.Created(ClaimsGroup.Address + link.ClaimId, link) : Reply.Resource(link);
        });
    }
}
