using ClaimTracker.Api.Domain.Search;

namespace ClaimTracker.Api.Domain.Evidence;

/// <summary>The evidence records that a list or an export shows.</summary>
internal record EvidenceFilter
{
    private const string Id = "e.id";

    /// <summary>Those with these ids, as far as they pass the other filters. An id that is not there is left out.</summary>
    [QueryParam]
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>
    /// Words of the excerpt, its place, the notes, or the title, author and publisher of the source: all of them, "a phrase", beginning*,
    /// -not, author:name. Readers find by what they are shown.
    /// </summary>
    [QueryParam]
    public string? Q { get; init; }

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

    /// <summary>The conditions. Outside the desk, no guess at its words finds evidence of a confidential source.</summary>
    public Filter Filter(Actor actor) => Q is null ? Unworded(actor) : Unworded(actor)
        .If(!actor.IsInside, "not exists (select 1 from sources s where s.id = e.source_id and s.confidential)")
        .FoundBy(actor, SearchKind.Evidence, "e.id", Q);

    private Filter Unworded(Actor actor) => new Filter()
        .If(!actor.IsInside, "e.internal is null")
        .AnyOf("e.id", Ids)
        .Among(
            UpdatedSince is not null,
            Id,
            "select x.id from evidence x where x.updated_at >= @UpdatedSince",
            "coalesce(e.updated_at, e.updated_at) >= @UpdatedSince",
            new { UpdatedSince })
        .Among(
            SourceId is not null,
            Id,
            "select x.id from evidence x where x.source_id in @SourceIds",
            "coalesce(e.source_id, e.source_id) in @SourceIds",
            new { SourceIds = SourceId })
        .Among(
            ClaimId is not null && Stance is null,
            Id,
            "select l.evidence_id from claim_evidence l where l.claim_id in @ClaimIds",
            "exists (select 1 from claim_evidence l where l.evidence_id = e.id and l.claim_id in @ClaimIds)",
            new { ClaimIds = ClaimId })
        .Among(
            ClaimId is null && Stance is not null,
            Id,
            "select l.evidence_id from claim_evidence l where l.stance in @Stances",
            "exists (select 1 from claim_evidence l where l.evidence_id = e.id and l.stance in @Stances)",
            new { Stances = ColumnTypes.Columns(Stance ?? []) })
        .Among(
            ClaimId is not null && Stance is not null,
            Id,
            "select l.evidence_id from claim_evidence l where l.claim_id in @ClaimIds and l.stance in @Stances",
            """
            exists (select 1 from claim_evidence l
                    where l.evidence_id = e.id and l.claim_id in @ClaimIds and l.stance in @Stances)
            """,
            new { ClaimIds = ClaimId, Stances = ColumnTypes.Columns(Stance ?? []) })
        .Among(
            ArticleId is not null,
            Id,
            """
            select l.evidence_id
            from sentences t
            join sentence_claims s on s.sentence_id = t.id
            join claim_evidence l on l.claim_id = s.claim_id
            where t.article_id in @ArticleIds
            """,
            """
            exists (select 1
                    from claim_evidence l
                    join sentence_claims s on s.claim_id = l.claim_id
                    join sentences t on t.id = s.sentence_id
                    where l.evidence_id = e.id and t.article_id in @ArticleIds)
            """,
            new { ArticleIds = ArticleId });
}

internal sealed class EvidenceFilterValidator : AbstractValidator<EvidenceFilter>
{
    public static readonly EvidenceFilterValidator Instance = new();

    public EvidenceFilterValidator() => RuleFor(static r => r.Q).SearchWords();
}
