using System.Globalization;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Platform.Records;

/// <summary>
/// Which verdicts a list or an export shows. It stands here because the verdict list of Verdicts and the files of Exports are
/// the same list.
/// </summary>
internal record VerdictFilter
{
    [QueryParam]
    public VerdictState? State { get; init; }

    /// <summary>Name or value of the rating.</summary>
    [QueryParam]
    public string? Rating { get; init; }

    /// <summary>Name or id of the rating scale.</summary>
    [QueryParam]
    public string? Scale { get; init; }

    /// <summary>The article that a sentence of the claim is in.</summary>
    [QueryParam]
    public long? ArticleId { get; init; }

    /// <summary>Name of one who asserted the claim.</summary>
    [QueryParam]
    public string? Claimant { get; init; }

    /// <summary>Tag of the claim.</summary>
    [QueryParam]
    public string? Tag { get; init; }

    /// <summary>First day of publication (UTC).</summary>
    [QueryParam]
    public DateOnly? From { get; init; }

    /// <summary>Last day of publication (UTC).</summary>
    [QueryParam]
    public DateOnly? To { get; init; }

    /// <summary>past: those that should have been looked at again before today (UTC), or before the day of <c>asOf</c>.</summary>
    [QueryParam]
    public ReviewTime? ReviewDue { get; init; }

    /// <summary>What stood at that instant: published by then, and neither superseded nor retracted yet.</summary>
    [QueryParam]
    public DateTimeOffset? AsOf { get; init; }

    /// <param name="actor">Who asks: drafts that the actor may not see, verdicts or articles, neither show nor count.</param>
    public SqlWhere Where(Actor actor) => new SqlWhere()
        .If(!actor.SeesDrafts, "v.state in ('published', 'superseded', 'retracted')")
        .If(State is not null && AsOf is null, "v.state = @State")
        .If(AsOf is not null, "v.published_at <= @AsOf and (v.ended_at is null or v.ended_at > @AsOf)")
        .If(ReviewDue is not null, "v.review_due < @Today")
        .If(ReviewDue is not null && AsOf is null, "v.state = 'published'")
        .If(Rating is not null, "exists (select 1 from ratings r where r.id = v.rating_id and (r.name_key = @Rating or r.value = @RatingValue))")
        .If(Scale is not null, """
            exists (select 1 from ratings r join rating_scales s on s.id = r.scale_id
                    where r.id = v.rating_id and (s.name_key = @Scale or s.id = @ScaleId))
            """)
        .If(ArticleId is not null, """
            exists (select 1 from sentence_claims l join sentences t on t.id = l.sentence_id
                    where l.claim_id = v.claim_id and t.article_id = @ArticleId)
            """)
        .If(ArticleId is not null && !actor.SeesDesk, "exists (select 1 from articles a where a.id = @ArticleId and a.kind <> 'draft')")
        .If(Claimant is not null, "exists (select 1 from claim_claimants n where n.claim_id = v.claim_id and n.name_key = @Claimant)")
        .If(Tag is not null, "exists (select 1 from claim_tags g where g.claim_id = v.claim_id and g.tag_key = @Tag)")
        .If(From is not null, "v.published_at >= @From")
        .If(To is not null, "v.published_at < @Until");

    /// <summary>The values of the conditions.</summary>
    public DynamicParameters Parameters(DateTimeOffset now) => new(new
    {
        AsOf,
        Today = DateOnly.FromDateTime((AsOf ?? now).UtcDateTime),
        State = State?.ToWord(),
        Rating = Key(Rating),
        RatingValue = double.TryParse(Rating, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : (double?)null,
        Scale = Key(Scale),
        ScaleId = long.TryParse(Scale, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null,
        ArticleId,
        Claimant = Key(Claimant),
        Tag = Key(Tag),
        From = Midnight(From),
        Until = Midnight(To < DateOnly.MaxValue ? To?.AddDays(1) : To),
    });

    private static string? Key(string? text) => text is null ? null : TextKey.Of(text);

    private static DateTimeOffset? Midnight(DateOnly? day) => day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : null;
}

internal sealed class VerdictFilterValidator : AbstractValidator<VerdictFilter>
{
    public static readonly VerdictFilterValidator Instance = new();

    public VerdictFilterValidator()
    {
        RuleFor(static f => f.State)
            .Must(static state => state is null or VerdictState.Published).When(static f => f.AsOf is not null)
            .WithMessage("must be published, or left out, together with asOf");
        RuleFor(static f => f.Rating).Optional(Limits.Tag);
        RuleFor(static f => f.Scale).Optional(Limits.Title);
        RuleFor(static f => f.Claimant).Optional(Limits.Text);
        RuleFor(static f => f.Tag).Optional(Limits.Tag);
    }
}
