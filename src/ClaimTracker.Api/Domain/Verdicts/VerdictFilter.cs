using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Domain.Verdicts;

/// <summary>The verdicts that a list or an export shows. Both filter alike, so that a file has the same rows as the list.</summary>
internal record VerdictFilter : IVerdictsAsOf
{
    private const string Id = "v.id";

    /// <summary>Words of the justification, the claim, the headline or the rating: all of them, "a phrase", beginning*, -not.</summary>
    [QueryParam]
    public string? Q { get; init; }

    [QueryParam]
    public IReadOnlyList<VerdictState>? State { get; init; }

    /// <summary>Name or value of the rating.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Rating { get; init; }

    /// <summary>Name or id of the rating scale.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Scale { get; init; }

    /// <summary>An article that makes the claim, or made it in an older version.</summary>
    [QueryParam]
    public long? ArticleId { get; init; }

    /// <summary>Name of a person or organisation that asserted the claim.</summary>
    [QueryParam]
    public string? Claimant { get; init; }

    /// <summary>A tag of the claim.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Tag { get; init; }

    /// <summary>Name of the user who drafted it; me for the caller.</summary>
    [QueryParam]
    public string? Author { get; init; }

    /// <summary>Name of the user who approved it; me for the caller, none for those that nobody has.</summary>
    [QueryParam]
    public string? Reviewer { get; init; }

    /// <summary>Name of the user who has its claim; me for the caller, none for claims that nobody has. Not for the public.</summary>
    [QueryParam]
    public string? Assignee { get; init; }

    /// <summary>First day of publication (UTC).</summary>
    [QueryParam]
    public DateOnly? From { get; init; }

    /// <summary>Last day of publication (UTC).</summary>
    [QueryParam]
    public DateOnly? To { get; init; }

    /// <summary>past: published verdicts that were due for review before today (UTC), or before the day of <c>asOf</c>.</summary>
    [QueryParam]
    public ReviewTime? ReviewDue { get; init; }

    /// <summary>me: what was returned to the caller, and what the caller may approve or publish.</summary>
    [QueryParam]
    public WaitingFor? WaitingFor { get; init; }

    /// <summary>Verdicts in force at that instant: published by then, and not yet superseded or retracted.</summary>
    [QueryParam]
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>A list of the desk that has the claim.</summary>
    [QueryParam]
    public long? List { get; init; }

    /// <summary>The conditions but for <see cref="List"/>, which its reader adds: a list may be kept as filters of claims.</summary>
    /// <param name="tx">A read.</param>
    /// <param name="actor">The reader. Drafts of verdicts and articles that the actor may not see are neither shown nor counted.</param>
    /// <param name="now">The present instant, for <c>reviewDue</c>.</param>
    /// <exception cref="ProblemException">400: there is no such rating or scale.</exception>
    public async Task<Filter> FilterAsync(ReadTx tx, Actor actor, DateTimeOffset now)
    {
        if (Assignee is not null && !actor.SeesDesk)
        {
            throw Problem.Invalid("assignee", "must be left out by those who may not read claims");
        }

        var author = await AskedUser.FindAsync(tx, actor, "author", Author);
        var reviewer = await AskedUser.FindAsync(tx, actor, "reviewer", Reviewer, orNone: true);
        var assignee = await AskedUser.FindAsync(tx, actor, "assignee", Assignee, orNone: true);
        return Filter(actor, now, await AskedRatings.FindAsync(tx, actor, Rating, Scale))
            .Among(
                author.Name is not null,
                Id,
                "select x.id from verdicts x where x.author = @Author",
                "coalesce(v.author, v.author) = @Author",
                new { Author = author.Name })
            .Among(
                reviewer.Name is not null,
                Id,
                "select x.id from verdicts x where x.reviewer = @Reviewer",
                "coalesce(v.reviewer, v.reviewer) = @Reviewer",
                new { Reviewer = reviewer.Name })
            .Among(
                reviewer.IsNone,
                Id,
                "select x.id from verdicts x where x.reviewer is null",
                "coalesce(v.reviewer, v.reviewer) is null",
                new { })
            .Among(
                assignee.Name is not null,
                Id,
                "select x.id from claims c join verdicts x on x.current_claim_id = c.id where c.assignee = @Assignee",
                "exists (select 1 from claims c where c.id = v.current_claim_id and coalesce(c.assignee, c.assignee) = @Assignee)",
                new { Assignee = assignee.Name })
            .If(assignee.IsNone, "exists (select 1 from claims c where c.id = v.current_claim_id and c.assignee is null)")
            .OnlyWaitingFor(actor, WaitingFor);
    }

    private Filter Filter(Actor actor, DateTimeOffset now, AskedRatings ratings) => new Filter()
        .OnlySeenBy(actor)
        .FoundBy(actor, SearchKind.Verdict, Id, Q)
        .AsOf(this)
        .Among(
            ReviewDue is not null,
            Id,
            "select x.id from verdicts x where x.review_due < @Today",
            "coalesce(v.review_due, v.review_due) < @Today",
            new { Today = DateOnly.FromDateTime((AsOf ?? now).UtcDateTime) })
        .If(ReviewDue is not null && AsOf is null, "coalesce(v.state, v.state) = 'published'")
        .Among(
            Rating is not null,
            Id,
            "select x.id from verdicts x where x.rating_id in @Ratings",
            "coalesce(v.rating_id, v.rating_id) in @Ratings",
            new { ratings.Ratings })
        .Among(
            Scale is not null,
            Id,
            "select x.id from verdicts x where x.rating_id in @OfScales",
            "coalesce(v.rating_id, v.rating_id) in @OfScales",
            new { ratings.OfScales })
        .If(ArticleId is not null, """
            v.current_claim_id in (
                select l.claim_id from sentences t join sentence_claims l on l.sentence_id = t.id where t.article_id = @ArticleId
                union all
                select f.claim_id from sentences t join former_links f on f.sentence_id = t.id where t.article_id = @ArticleId)
            """, new { ArticleId })
        .If(ArticleId is not null && !actor.SeesDesk, "exists (select 1 from articles a where a.id = @ArticleId and a.kind <> 'draft')")
        .Among(
            Claimant is not null,
            Id,
            """
            select x.id
            from claim_claimants n
            join verdicts x on x.current_claim_id = n.claim_id and x.claim_id = n.claim_id
            where n.name_key = @Claimant
            union all
            select x.id
            from claim_claimants n
            cross join claim_merges m
            join verdicts x on x.current_claim_id = m.successor_id and x.claim_id = n.claim_id
            where m.claim_id = n.claim_id and n.name_key = @Claimant
            """,
            "exists (select 1 from claim_claimants n where n.claim_id = v.claim_id and n.name_key = @Claimant)",
            new { Claimant = TextKey.Of(Claimant) })
        .Among(
            Tag is not null,
            Id,
            "select x.id from claim_tags g join verdicts x on x.current_claim_id = g.claim_id where g.tag_key in @Tags",
            "exists (select 1 from claim_tags g where g.claim_id = v.current_claim_id and g.tag_key in @Tags)",
            new { Tags = TextKey.OfEach(Tag) })
        .Among(
            From is not null || To is not null,
            Id,
            "select x.id from verdicts x where x.published_at >= @FromDay and x.published_at < @ToDay",
            """
            coalesce(v.published_at, v.published_at) >= @FromDay and coalesce(v.published_at, v.published_at) < @ToDay
            """,
            new
            {
                FromDay = Midnight(From ?? DateOnly.MinValue),
                ToDay = Midnight(To < DateOnly.MaxValue ? To.Value.AddDays(1) : DateOnly.MaxValue),
            });

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}

internal sealed class VerdictFilterValidator : AbstractValidator<VerdictFilter>
{
    public static readonly VerdictFilterValidator Instance = new();

    public VerdictFilterValidator()
    {
        Include(VerdictsAsOfValidator.Instance);
        this.EachOf(static f => f.Rating).Required(Limits.Tag);
        this.EachOf(static f => f.Scale).Required(Limits.Title);
        RuleFor(static f => f.Q).SearchWords();
        RuleFor(static f => f.Claimant).Optional(Limits.Text);
        RuleFor(static f => f.Author).Optional(Limits.UserName);
        RuleFor(static f => f.Reviewer).Optional(Limits.UserName);
        RuleFor(static f => f.Assignee).Optional(Limits.UserName);
        this.EachOf(static f => f.Tag).Required(Limits.Tag);
    }
}
