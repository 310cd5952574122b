using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>The claims that a list shows.</summary>
internal abstract record ClaimFilter : ResourcesRequest
{
    /// <summary>Words of the claim, in this order; case does not matter.</summary>
    [QueryParam]
    public string? Q { get; init; }

    [QueryParam]
    public IReadOnlyList<ClaimStatus>? Status { get; init; }

    [QueryParam]
    public IReadOnlyList<string>? Tag { get; init; }

    /// <summary>Name of a claimant.</summary>
    [QueryParam]
    public string? Claimant { get; init; }

    [QueryParam]
    public IReadOnlyList<string>? Language { get; init; }

    /// <summary>An article that has one of its sentences.</summary>
    [QueryParam]
    public IReadOnlyList<long>? ArticleId { get; init; }

    /// <summary>A source that evidence on it is taken from.</summary>
    [QueryParam]
    public IReadOnlyList<long>? SourceId { get; init; }

    /// <summary>Name of the user who has it; me for the caller, none for claims that nobody has.</summary>
    [QueryParam]
    public string? Assignee { get; init; }

    /// <summary>Name or value of the rating of a published verdict on it.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Rating { get; init; }

    /// <summary>none: claims without evidence.</summary>
    [QueryParam]
    public Missing? Evidence { get; init; }

    /// <summary>none: claims without any verdict, even a draft.</summary>
    [QueryParam]
    public Missing? Verdict { get; init; }

    /// <summary>First claim date.</summary>
    [QueryParam]
    public DateOnly? From { get; init; }

    /// <summary>Last claim date.</summary>
    [QueryParam]
    public DateOnly? To { get; init; }

    [QueryParam]
    public string? ExternalApp { get; init; }

    [QueryParam]
    public string? ExternalId { get; init; }

    /// <summary>Those that were edited or assigned at this instant or later.</summary>
    [QueryParam]
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>Those about which something was done at this instant or later: `activityAt` says when.</summary>
    [QueryParam]
    public DateTimeOffset? ActiveSince { get; init; }

    /// <summary>Those that are not done, and about which nothing was done for as long: a duration such as P14D, P2W or PT36H.</summary>
    [QueryParam]
    public string? Idle { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    public Filter Filter(AskedUser assignee, AskedRatings ratings, DateTimeOffset now) => new Filter()
        .AnyOf("c.id", Ids)
        .From("c.updated_at", UpdatedSince)
        .From("c.activity_at", ActiveSince)
        .UpTo("c.activity_at", now - IdleTime.Parse(Idle))
        .If(Idle is not null, """
            exists (select 1 from claim_states s
                    where s.claim_id = c.id and s.status in ('open', 'assigned', 'researching', 'in_review'))
            """)
        .Contains("c.text_key", TextKey.Of(Q))
        .If(
            Status is not null,
            "exists (select 1 from claim_states s where s.claim_id = c.id and s.status in @Status)",
            new { Status = ColumnTypes.Columns(Status ?? []) })
        .If(
            Tag is not null,
            "exists (select 1 from claim_tags t where t.claim_id = c.id and t.tag_key in @Tags)",
            new { Tags = TextKey.OfEach(Tag) })
        .If(
            Claimant is not null,
            "exists (select 1 from claim_claimants n where n.claim_id = c.id and n.name_key = @Claimant)",
            new { Claimant = TextKey.Of(Claimant) })
        .AnyOf("c.language", Language)
        .If(ArticleId is not null, """
            exists (select 1 from sentence_claims l join sentences s on s.id = l.sentence_id
                    where l.claim_id = c.id and s.article_id in @ArticleIds)
            """, new { ArticleIds = ArticleId })
        .If(
            SourceId is not null,
            """
            c.id in (
                select l.claim_id
                from evidence e
                join claim_evidence l on l.evidence_id = e.id
                where e.source_id in @SourceIds)
            """,
            new { SourceIds = SourceId })
        .Equal("c.assignee", assignee.Name)
        .If(assignee.IsNone, "c.assignee is null")
        .If(Rating is not null, """
            exists (select 1 from verdicts v join ratings r on r.id = v.rating_id
                    where v.claim_id = c.id and v.state = 'published' and (r.name_key in @Ratings or r.value in @RatingValues))
            """, new { Ratings = ratings.Names, RatingValues = ratings.Values })
        .If(Evidence is not null, "not exists (select 1 from claim_evidence e where e.claim_id = c.id)")
        .If(Verdict is not null, "not exists (select 1 from verdicts v where v.claim_id = c.id)")
        .From("c.claim_date", From)
        .UpTo("c.claim_date", To)
        .Equal("c.external_app", ExternalApp)
        .Equal("c.external_id", ExternalId);
}
