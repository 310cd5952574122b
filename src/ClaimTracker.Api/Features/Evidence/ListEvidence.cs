using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record ListEvidenceRequest : ResourcesRequest
{
    /// <summary>The source that it is taken from.</summary>
    [QueryParam]
    public IReadOnlyList<long>? SourceId { get; init; }

    /// <summary>A claim that it bears on.</summary>
    [QueryParam]
    public IReadOnlyList<long>? ClaimId { get; init; }

    /// <summary>An article with a sentence that makes a claim that it bears on.</summary>
    [QueryParam]
    public IReadOnlyList<long>? ArticleId { get; init; }

    /// <summary>Its stance on any claim, or on one of `claimId`.</summary>
    [QueryParam]
    public IReadOnlyList<Stance>? Stance { get; init; }

    /// <summary>Those that were changed at this instant or later.</summary>
    [QueryParam]
    public DateTimeOffset? UpdatedSince { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    public Filter Filter(Actor actor) => new Filter()
        .If(!actor.IsInside, "e.internal is null")
        .AnyOf("e.id", Ids)
        .From("e.updated_at", UpdatedSince)
        .AnyOf("e.source_id", SourceId)
        .If(
            ClaimId is not null && Stance is null,
            "exists (select 1 from claim_evidence l where l.evidence_id = e.id and l.claim_id in @ClaimIds)",
            new { ClaimIds = ClaimId })
        .If(
            ClaimId is null && Stance is not null,
            "exists (select 1 from claim_evidence l where l.evidence_id = e.id and l.stance in @Stances)",
            new { Stances = ColumnTypes.Columns(Stance ?? []) })
        .If(
            ClaimId is not null && Stance is not null,
            """
            exists (select 1 from claim_evidence l
                    where l.evidence_id = e.id and l.claim_id in @ClaimIds and l.stance in @Stances)
            """,
            new { ClaimIds = ClaimId, Stances = ColumnTypes.Columns(Stance ?? []) })
        .If(
            ArticleId is not null,
            """
            e.id in (
                select l.evidence_id
                from sentences t
                join sentence_claims s on s.sentence_id = t.id
                join claim_evidence l on l.claim_id = s.claim_id
                where t.article_id in @ArticleIds)
            """,
            new { ArticleIds = ArticleId });
}

internal sealed class ListEvidenceValidator : PageRequestValidator<ListEvidenceRequest>
{
    public ListEvidenceValidator() => RuleFor(static r => r.Sort).OneOf(ListEvidence.Sorts.Keys);
}

internal sealed class ListEvidence : ListEndpoint<ListEvidenceRequest, EvidenceResponse>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdAndUpdate("e.id", "e.updated_at");

    public override void Configure()
    {
        Get("");
        Group<EvidenceGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "List evidence records";
            s.Description =
                "What rests on a source, bears on a claim or stands behind an article. The newest first, unless `sort` says otherwise.";
        });
        Description(static d => d.Produces<Page<EvidenceResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListEvidenceRequest request) => Sorts[request.Sort ?? "-id"];

    public override Task<Page<EvidenceResponse>> ReadAsync(ReadTx tx, Actor actor, ListEvidenceRequest request, Keyset keyset) =>
        tx.PageAsync<EvidenceResponse>(keyset, "e.id", "evidence e", request.Filter(actor), async ids =>
        {
            var evidence = await EvidenceReader.LoadAsync(tx, ids);
            return [.. ids.Select(id => evidence[id].SeenBy(actor)!)];
        });
}
