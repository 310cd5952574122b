using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>
/// The conditions on claims (<c>c</c>) that a <see cref="ClaimFilter"/> asks for. Each is fast for rare and for common values:
/// <see cref="Filter.Among"/>.
/// </summary>
internal static class ClaimConditions
{
    private const string Id = "c.id";

    public static Filter Of(ClaimFilter asked, DateTimeOffset now) => new Filter()
        .And("c.status is not null") // A merged claim has none.
        .Among(
            asked.UpdatedSince is not null,
            Id,
            "select x.id from claims x where x.updated_at >= @UpdatedSince",
            "coalesce(c.updated_at, c.updated_at) >= @UpdatedSince",
            new { asked.UpdatedSince })
        .Among(
            asked.ActiveSince is not null,
            Id,
            "select x.id from claims x where x.activity_at >= @ActiveSince",
            "coalesce(c.activity_at, c.activity_at) >= @ActiveSince",
            new { asked.ActiveSince })
        .Among(
            asked.Idle is not null,
            Id,
            """
            select x.id
            from claims x
            where x.activity_at <= @IdleSince and x.status in ('open', 'assigned', 'researching', 'in_review')
            """,
            """
            coalesce(c.activity_at, c.activity_at) <= @IdleSince
            and coalesce(c.status, c.status) in ('open', 'assigned', 'researching', 'in_review')
            """,
            new { IdleSince = now - IdleTime.Parse(asked.Idle) })
        .Among(
            asked.Status is not null,
            Id,
            "select x.id from claims x where x.status in @Status",
            "coalesce(c.status, c.status) in @Status",
            new { Status = ColumnTypes.Columns(asked.Status ?? []) })
        .Among(
            asked.Language is not null,
            Id,
            "select x.id from claims x where x.language in @Languages",
            "coalesce(c.language, c.language) in @Languages",
            new { Languages = ColumnTypes.Columns(asked.Language ?? []) })
        .Among(
            asked.Evidence is not null,
            Id,
            "select x.id from claims x where x.evidence_count = 0",
            "coalesce(c.evidence_count, c.evidence_count) = 0",
            new { })
        .Among(
            asked.Verdict is not null,
            Id,
            "select x.id from claims x where x.verdict_id is null and x.status <> 'retracted'",
            "coalesce(c.verdict_id, c.verdict_id) is null and coalesce(c.status, c.status) <> 'retracted'",
            new { })
        .Among(
            asked.Tag is not null,
            Id,
            "select t.claim_id from claim_tags t where t.tag_key in @Tags",
            "exists (select 1 from claim_tags t where t.claim_id = c.id and t.tag_key in @Tags)",
            new { Tags = TextKey.OfEach(asked.Tag) })
        .Among(
            asked.Claimant is not null,
            Id,
            "select n.claim_id from claim_claimants n where n.name_key = @Claimant",
            "exists (select 1 from claim_claimants n where n.claim_id = c.id and n.name_key = @Claimant)",
            new { Claimant = TextKey.Of(asked.Claimant) })
        .Among(
            asked.ArticleId is not null,
            Id,
            "select l.claim_id from sentences s join sentence_claims l on l.sentence_id = s.id where s.article_id in @ArticleIds",
            """
            exists (select 1 from sentence_claims l join sentences s on s.id = l.sentence_id
                    where l.claim_id = c.id and s.article_id in @ArticleIds)
            """,
            new { ArticleIds = asked.ArticleId })
        .Among(
            asked.SourceId is not null,
            Id,
            "select l.claim_id from evidence e join claim_evidence l on l.evidence_id = e.id where e.source_id in @SourceIds",
            """
            exists (select 1 from claim_evidence l join evidence e on e.id = l.evidence_id
                    where l.claim_id = c.id and e.source_id in @SourceIds)
            """,
            new { SourceIds = asked.SourceId })
        .Among(
            asked.From is not null || asked.To is not null,
            Id,
            """
            select x.id
            from claims x
            where x.claim_date >= @FromYear and x.claim_date || '~' >= @FromDate and x.claim_date <= @ToEnd
            """,
            "c.claim_date || '~' >= @FromDate and c.claim_date || '' <= @ToEnd",
            new { FromYear = asked.From?.Year ?? "", FromDate = asked.From?.ToString() ?? "", ToEnd = asked.To?.End ?? PartialDate.Last })
        .Among(
            asked.ExternalApp is not null && asked.ExternalId is null, // The id of a merged claim finds its successor.
            Id,
            """
            select x.id from claims x where x.external_app = @ExternalApp
            union all
            select m.successor_id from claims x cross join claim_merges m where m.claim_id = x.id and x.external_app = @ExternalApp
            """,
            """
            (coalesce(c.external_app, c.external_app) = @ExternalApp
                or coalesce(
                    (select 1 from claim_merges m join claims x on x.id = m.claim_id
                     where m.successor_id = c.id and coalesce(x.external_app, x.external_app) = @ExternalApp
                     limit 1),
                    0) = 1)
            """,
            new { asked.ExternalApp });

    public static Filter AssignedTo(this Filter claims, AskedUser asked) => claims
        .Among(
            asked.Name is not null,
            Id,
            "select x.id from claims x where x.assignee = @Assignee",
            "coalesce(c.assignee, c.assignee) = @Assignee",
            new { Assignee = asked.Name })
        .Among(
            asked.IsNone,
            Id,
            "select x.id from claims x where x.assignee is null",
            "coalesce(c.assignee, c.assignee) is null",
            new { });

    /// <summary>Claims with a published verdict of one of the ratings.</summary>
    public static Filter Rated(this Filter claims, bool isAsked, AskedRatings asked) => claims.Among(
        isAsked,
        Id,
        "select v.current_claim_id from verdicts v where v.rating_id in @Ratings and coalesce(v.state, v.state) = 'published'",
        """
        exists (select 1 from verdicts v
                where v.current_claim_id = c.id and v.state = 'published' and coalesce(v.rating_id, v.rating_id) in @Ratings)
        """,
        new { asked.Ratings });
}
