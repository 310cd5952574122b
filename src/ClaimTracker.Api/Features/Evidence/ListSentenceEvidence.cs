using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record ListSentenceEvidenceRequest : ResourcesRequest
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    public Filter Filter(Actor actor) => new Filter()
        .Equal("l.sentence_id", Id)
        .AnyOf("e.evidence_id", Ids)
        .If(!actor.IsInside, "not exists (select 1 from evidence r where r.id = e.evidence_id and r.internal)");
}

internal sealed class ListSentenceEvidenceValidator : PageRequestValidator<ListSentenceEvidenceRequest>;

internal sealed class ListSentenceEvidence : ListEndpoint<ListSentenceEvidenceRequest, SentenceEvidence>
{
    private const string SentenceSql = "select id from sentences where id = @Id";

    private const string From = """
        sentence_claims l
        join claim_evidence e on e.claim_id = l.claim_id
        """;

    // One row for each pair of record and claim: a record that bears on two claims of the sentence has two stances.
    private static readonly SortColumn ByPair = new("e.evidence_id", "e.claim_id", Descending: false, typeof(long));

    public override void Configure()
    {
        Get("{id}/evidence");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "The evidence behind a sentence";
            s.Description = "One item for each claim of the sentence that a record bears on.";
        });
        Description(static d => d.Produces<Page<SentenceEvidence>>().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListSentenceEvidenceRequest request) => ByPair;

    protected override string ETagOf(SentenceEvidence item) => ETags.OfResource<EvidenceResponse>(item);

    public override async Task<Page<SentenceEvidence>> ReadAsync(ReadTx tx, Actor actor, ListSentenceEvidenceRequest request, Keyset keyset)
    {
        if (!await tx.AnyAsync(SentenceSql, new { request.Id }))
        {
            throw Subject.Sentence(request.Id).ToNotFound();
        }

        var pairs = new PageQuery<(long Evidence, long Claim)>(
            "e.evidence_id, e.claim_id", From, request.Filter(actor), static pair => pair);
        return await tx.PageAsync<(long Evidence, long Claim), SentenceEvidence>(keyset, pairs, async rows =>
        {
            var evidence = await EvidenceReader.LoadAsync(tx, [.. rows.Select(static pair => pair.Evidence).Distinct()]);
            return [.. rows.Select(pair => SentenceEvidence.Of(evidence[pair.Evidence].SeenBy(actor)!, pair.Claim))];
        });
    }
}
