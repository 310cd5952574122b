using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>The claims that a list shows. A live list of the desk is such a filter, kept as data.</summary>
internal record ClaimFilter
{
    // The id of a merged claim finds its successor.
    private const string ExternalSql =
        "c.id in (select coalesce(m.successor_id, x.id) from claims x left join claim_merges m on m.claim_id = x.id where";

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

    /// <summary>The first claim date: a day, a month or a year. A claim of a month or a year matches where any day of it does.</summary>
    [QueryParam]
    public PartialDate? From { get; init; }

    /// <summary>The last claim date: a day, a month or a year, to its end.</summary>
    [QueryParam]
    public PartialDate? To { get; init; }

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

    /// <summary>A list of the desk that has it.</summary>
    [QueryParam]
    public long? List { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field: fields.topic=Health.</summary>
    [QueryFamily("fields.")]
    public IReadOnlyDictionary<string, string>? FieldValues { get; init; }

    /// <summary>The conditions but for <see cref="List"/>.</summary>
    /// <param name="tx">A read.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="now">The present instant, for <see cref="Idle"/>.</param>
    /// <param name="path">What stands before the name of a filter in the request.</param>
    /// <exception cref="ProblemException">400: there is no such user, rating or field.</exception>
    public async Task<Filter> FilterAsync(ReadTx tx, Actor actor, DateTimeOffset now, string path = "")
    {
        var assignee = await AskedUser.FindAsync(tx, actor, $"{path}assignee", Assignee, orNone: true);
        var ratings = await AskedRatings.FindAsync(tx, actor, Rating, path: path);
        return await FieldReader.AskAsync(tx, FieldSubject.Claim, Filter(assignee, ratings, now), FieldValues, path);
    }

    private Filter Filter(AskedUser assignee, AskedRatings ratings, DateTimeOffset now) => new Filter()
        .And("c.status is not null")
        .From("c.updated_at", UpdatedSince)
        .From("c.activity_at", ActiveSince)
        .UpTo("c.activity_at", now - IdleTime.Parse(Idle))
        .If(Idle is not null, "c.status in ('open', 'assigned', 'researching', 'in_review')")
        .Contains("c.text_key", TextKey.Of(Q))
        .AnyOf("c.status", Status)
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
                    where v.current_claim_id = c.id and v.state = 'published' and (r.name_key in @Ratings or r.value in @RatingValues))
            """, new { Ratings = ratings.Names, RatingValues = ratings.Values })
        .If(Evidence is not null, "c.evidence_count = 0")
        .If(Verdict is not null, "not exists (select 1 from verdicts v where v.current_claim_id = c.id)")
        .From("c.claim_date || '~'", From)
        .UpTo("c.claim_date", To?.End)
        .Nest(ExternalSql, new Filter().Equal("x.external_app", ExternalApp).Equal("x.external_id", ExternalId));
}

internal sealed class ClaimFilterValidator : AbstractValidator<ClaimFilter>
{
    public static readonly ClaimFilterValidator Instance = new();

    public ClaimFilterValidator()
    {
        RuleFor(static f => f.Q).Optional(Limits.Text);
        this.EachOf(static f => f.Tag).Required(Limits.Tag);
        RuleFor(static f => f.Claimant).Optional(Limits.Text);
        this.EachOf(static f => f.Language).LanguageTag();
        RuleFor(static f => f.Assignee).Optional(Limits.UserName);
        this.EachOf(static f => f.Rating).Required(Limits.Text);
        RuleFor(static f => f.ExternalApp).Optional(Limits.ExternalApp);
        RuleFor(static f => f.ExternalId).Optional(Limits.ExternalId);
        RuleFor(static f => f.Idle).Idle();
    }
}
