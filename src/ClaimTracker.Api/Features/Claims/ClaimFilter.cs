using System.Globalization;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>Which claims a list shows.</summary>
internal abstract record ClaimFilter : PageRequest
{
    /// <summary>Words that the claim has, in this order; case does not matter.</summary>
    [QueryParam]
    public string? Q { get; init; }

    [QueryParam]
    public ClaimStatus? Status { get; init; }

    [QueryParam]
    public string? Tag { get; init; }

    /// <summary>Name of one who asserted it.</summary>
    [QueryParam]
    public string? Claimant { get; init; }

    [QueryParam]
    public string? Language { get; init; }

    /// <summary>The article that one of its sentences is in.</summary>
    [QueryParam]
    public long? ArticleId { get; init; }

    [QueryParam]
    public string? Assignee { get; init; }

    /// <summary>Name or value of the rating of a published verdict on it.</summary>
    [QueryParam]
    public string? Rating { get; init; }

    /// <summary>none: claims without evidence.</summary>
    [QueryParam]
    public Missing? Evidence { get; init; }

    /// <summary>none: claims without any verdict, drafts among them.</summary>
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

    [QueryParam]
    public string? Sort { get; init; }

    public SqlWhere Where(Dialect dialect) => new SqlWhere()
        .If(Q is not null, dialect.Pick("instr(c.text_key, @Q) > 0", "strpos(c.text_key, @Q) > 0"))
        .If(Status is not null, "exists (select 1 from claim_states s where s.claim_id = c.id and s.status = @Status)")
        .If(Tag is not null, "exists (select 1 from claim_tags t where t.claim_id = c.id and t.tag_key = @Tag)")
        .If(Claimant is not null, "exists (select 1 from claim_claimants n where n.claim_id = c.id and n.name_key = @Claimant)")
        .If(Language is not null, "c.language = @Language")
        .If(ArticleId is not null, """
            exists (select 1 from sentence_claims l join sentences s on s.id = l.sentence_id
                    where l.claim_id = c.id and s.article_id = @ArticleId)
            """)
        .If(Assignee is not null, "c.assignee = @Assignee")
        .If(Rating is not null, """
            exists (select 1 from verdicts v join ratings r on r.id = v.rating_id
                    where v.claim_id = c.id and v.state = 'published' and (r.name_key = @Rating or r.value = @RatingValue))
            """)
        .If(Evidence is not null, "not exists (select 1 from claim_evidence e where e.claim_id = c.id)")
        .If(Verdict is not null, "not exists (select 1 from verdicts v where v.claim_id = c.id)")
        .If(From is not null, "c.claim_date >= @From")
        .If(To is not null, "c.claim_date <= @To")
        .If(ExternalApp is not null, "c.external_app = @ExternalApp")
        .If(ExternalId is not null, "c.external_id = @ExternalId");

    public DynamicParameters Parameters() => new(new
    {
        Q = Q is null ? null : TextKey.Of(Q),
        Status = Status?.ToWord(),
        Tag = Tag is null ? null : TextKey.Of(Tag),
        Claimant = Claimant is null ? null : TextKey.Of(Claimant),
        Language,
        ArticleId,
        Assignee,
        Rating = Rating is null ? null : TextKey.Of(Rating),
        RatingValue = double.TryParse(Rating, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : (double?)null,
        From,
        To,
        ExternalApp,
        ExternalId,
    });
}
