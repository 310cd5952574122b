using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record LinkSentenceRequest
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }

    /// <summary>The sentence's part: it asserts (the default), repeats or denies the claim.</summary>
    public SentenceRole? Role { get; init; }

    /// <summary>First code point of the words that make the claim, in the text of the article.</summary>
    public int? SpanStart { get; init; }

    /// <summary>End of those words, exclusive.</summary>
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
                "201 for a new link; 200 if its role or span changed, or if it was waiting to be checked again, which this settles; 409 "
                + "if the identical link exists.";
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
        var place = await SentenceLinkWriter.PlaceAsync(change, sentence);
        if (!await change.AnyAsync(ClaimSql, new { request.ClaimId }))
        {
            throw Subject.Claim(claim).ToNotFound();
        }

        place.CheckSpan(request.SpanStart, request.SpanEnd);
        var before = await change.FirstAsync<SentenceLink>(LinkSql, new { request.Id, request.ClaimId, place.StartOffset });
        var link = SentenceLink.Of(sentence, claim, request.Role, request.SpanStart, request.SpanEnd);
        if (link == before && !await change.AnyAsync(RecheckSql, new { request.Id, request.ClaimId }))
        {
            throw Problem.Conflict(
                $"An identical link of sentence {sentence} to claim {claim} exists already.", Subject.Claim(claim).Address);
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
