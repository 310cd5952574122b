using ClaimTracker.Api.Domain.Search;

namespace ClaimTracker.Api.Domain.ImportedReviews;

/// <summary>The reviews of other publishers that a list shows.</summary>
internal record ImportedReviewFilter
{
    /// <summary>Those with these ids, as far as they pass the other filters. An id that is not there is left out.</summary>
    [QueryParam]
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Words of the claim, the title, the rating or the names: all of them, "a phrase", beginning*, -not, title:word.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The host of the publisher, such as checks.example.</summary>
    [QueryParam]
    public string? Site { get; init; }

    [QueryParam]
    public IReadOnlyList<NormalisedRating>? Normalised { get; init; }

    [QueryParam]
    public string? Language { get; init; }

    /// <summary>The first day of publication.</summary>
    [QueryParam]
    public DateOnly? From { get; init; }

    /// <summary>The last day of publication.</summary>
    [QueryParam]
    public DateOnly? To { get; init; }

    /// <summary>Whether earlier forms of reviews that were changed since are listed too.</summary>
    [QueryParam]
    public bool? Replaced { get; init; }

    public Filter Filter(Actor actor) => new Filter()
        .If(Replaced != true, "r.current")
        .AnyOf("r.id", Ids)
        .FoundBy(actor, SearchKind.ImportedReview, "r.id", Q)
        .Among(
            Site is not null,
            "r.id",
            "select x.id from imported_reviews x where x.site = @Site",
            "coalesce(r.site, r.site) = @Site",
            new { Site = Site is null ? null : TakenReview.SiteOf(Site) })
        .Among(
            Normalised is not null,
            "r.id",
            "select x.id from imported_reviews x where x.normalised in @Normalised",
            "coalesce(r.normalised, r.normalised) in @Normalised",
            new { Normalised = ColumnTypes.Columns(Normalised ?? []) })
        .Among(
            Language is not null,
            "r.id",
            "select x.id from imported_reviews x where x.language = @Language",
            "coalesce(r.language, r.language) = @Language",
            new { Language })
        .Among(
            From is not null || To is not null,
            "r.id",
            "select x.id from imported_reviews x where x.reviewed_at >= @FromDay and x.reviewed_at < @ToDay",
            "coalesce(r.reviewed_at, r.reviewed_at) >= @FromDay and coalesce(r.reviewed_at, r.reviewed_at) < @ToDay",
            new { FromDay = Start(From ?? DateOnly.MinValue), ToDay = Start(To?.AddDays(1) ?? DateOnly.MaxValue) });

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}

internal sealed class ImportedReviewFilterValidator : AbstractValidator<ImportedReviewFilter>
{
    public static readonly ImportedReviewFilterValidator Instance = new();

    private ImportedReviewFilterValidator()
    {
        RuleFor(static r => r.Q).SearchWords();
        RuleFor(static r => r.Site).Optional(Limits.Url);
        RuleFor(static r => r.Language).LanguageTag();
    }
}
