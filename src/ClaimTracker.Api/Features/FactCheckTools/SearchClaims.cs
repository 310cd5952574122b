using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.FactCheckTools;

internal sealed record SearchClaimsRequest
{
    /// <summary>Words of the claim, the rating or the justification. Required, unless reviewPublisherSiteFilter is sent.</summary>
    [QueryParam]
    public string? Query { get; init; }

    /// <summary>A language, such as en or en-US; en finds both.</summary>
    [QueryParam]
    public string? LanguageCode { get; init; }

    /// <summary>The site of a publisher, such as desk.example.</summary>
    [QueryParam]
    public string? ReviewPublisherSiteFilter { get; init; }

    /// <summary>The most days since the review.</summary>
    [QueryParam]
    public int? MaxAgeDays { get; init; }

    /// <summary>Claims on a page; 10, if left out.</summary>
    [QueryParam]
    public int? PageSize { get; init; }

    /// <summary>The nextPageToken of the page before.</summary>
    [QueryParam]
    public string? PageToken { get; init; }

    /// <summary>A key of Google's, which its clients send; it is not looked at.</summary>
    [QueryParam]
    public string? Key { get; init; }
}

/// <summary>Claims in the shape of Google's Fact Check Tools API.</summary>
internal sealed record SearchClaimsResponse(IReadOnlyList<FoundClaim> Claims, string? NextPageToken);

/// <summary>A claim with its reviews.</summary>
internal sealed record FoundClaim(string Text, string? Claimant, string? ClaimDate, IReadOnlyList<FoundReview> ClaimReview);

/// <summary>A review of a claim.</summary>
internal sealed record FoundReview(
    FoundPublisher Publisher, string Url, string Title, DateTimeOffset? ReviewDate, string TextualRating, string? LanguageCode);

/// <summary>The publisher of a review.</summary>
internal sealed record FoundPublisher(string Name, string Site);

internal sealed class SearchClaimsValidator : Validator<SearchClaimsRequest>
{
    public SearchClaimsValidator()
    {
        RuleFor(static r => r.Query).SearchWords();
        RuleFor(static r => r.Query).NotNull().When(static r => r.ReviewPublisherSiteFilter is null)
            .WithMessage("is required when there is no reviewPublisherSiteFilter");
        RuleFor(static r => r.LanguageCode).LanguageTag();
        RuleFor(static r => r.ReviewPublisherSiteFilter).Optional(Limits.Url);
        RuleFor(static r => r.PageToken).Optional(HttpLimits.Cursor);
        RuleFor(static r => r.Key).Optional(Limits.Url);
        RuleFor(static r => r.MaxAgeDays).InclusiveBetween(1, Limits.AgeDays).WithMessage($"must be from 1 to {Limits.AgeDays}");
        RuleFor(static r => r.PageSize).InclusiveBetween(1, HttpLimits.PageSize).WithMessage($"must be from 1 to {HttpLimits.PageSize}");
    }
}

internal sealed class SearchClaims(Db db, TimeProvider time, ReviewPublisher publisher)
    : Endpoint<SearchClaimsRequest, SearchClaimsResponse>
{
    private const int UsualSize = 10;

    public override void Configure()
    {
        Get("claims:search");
        Group<FactCheckToolsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Search in Google's shape";
            s.Description =
                "Published reviews in the shape of claims:search of Google's Fact Check Tools API, the newest first, so that a client of "
                + "it changes its base address only: it is at /v1alpha1/claims:search too.";
        });
        Description(static d => d.Produces<SearchClaimsResponse>(), clearDefaults: true);
    }

    public override async Task HandleAsync(SearchClaimsRequest request, CancellationToken ct)
    {
        var site = new Uri(publisher.Url ?? publisher.AddressOf(HttpContext.Request, "/")).Host;
        if (request.ReviewPublisherSiteFilter is { } asked && !IsSame(asked, site))
        {
            await Send.ResourceAsync(new SearchClaimsResponse([], NextPageToken: null));
            return;
        }

        var size = request.PageSize ?? UsualSize;
        var reviews = await db.ReadAsync(tx => ReadAsync(tx, request, size + 1), ct);
        await Send.ResourceAsync(new SearchClaimsResponse(
            [.. reviews.Take(size).Select(review => Found(review, site))],
            reviews.Count > size ? new Cursor(null, reviews[size - 1].Verdict.Id).Encode(List(request)) : null));
    }

    private async Task<IReadOnlyList<PublicReview>> ReadAsync(ReadTx tx, SearchClaimsRequest request, int take)
    {
        var now = time.GetUtcNow();
        var after = request.PageToken is not { } token ? null : Cursor.Decode(token, List(request))
            ?? throw Problem.Invalid("pageToken", "must be the nextPageToken of a page with the same parameters");
        var wanted = new VerdictFilter
        {
            Q = request.Query,
            State = [VerdictState.Published],
            From = request.MaxAgeDays is { } days ? DateOnly.FromDateTime(now.UtcDateTime.AddDays(-days)) : null,
        };
        var filter = (await wanted.FilterAsync(tx, Actor.Public, now))
            .If(
                request.LanguageCode is not null,
                "exists (select 1 from claims c where c.id = v.claim_id and (c.language = @Tag or substr(c.language, 1, @Long) = @Start))",
                new { Tag = request.LanguageCode, Start = request.LanguageCode + "-", Long = (request.LanguageCode?.Length ?? 0) + 1 })
            .Before("v.id", after?.Id);
        await filter.SettleAsync(tx);
        filter.Parameters.Add("Take", take);
        var sql = $"""
            select v.id
            from verdicts v
            {filter.Clause(tx.Dialect)}
            order by v.id desc
            limit @Take + 0
            """;
        return await ReviewReader.LoadAsync(tx, [.. await tx.ListAsync<long>(sql, filter.Parameters)], Actor.Public);
    }

    private FoundClaim Found(PublicReview review, string site)
    {
        var claim = review.Verdict.Claim;
        return new FoundClaim(
            claim.Text,
            claim.Claimants.Count == 0 ? null : string.Join("; ", claim.Claimants.Select(static one => one.Name)),
            claim.ClaimDate?.ToString() is { Length: 10 } day ? day + "T00:00:00Z" : null,
            [
                new FoundReview(
                    new FoundPublisher(publisher.ShownName, site),
                    review.Verdict.Review?.Url ?? publisher.AddressOf(HttpContext.Request, review.Path),
                    review.Title,
                    review.ModifiedAt,
                    review.Verdict.Rating.Name,
                    review.About.Language),
            ]);
    }

    private static string List(SearchClaimsRequest request) =>
        $"claims:search {request.Query} {request.LanguageCode} {request.ReviewPublisherSiteFilter} {request.MaxAgeDays}";

    private static bool IsSame(string asked, string site) =>
        asked.Equals(site, StringComparison.OrdinalIgnoreCase) || $"www.{asked}".Equals(site, StringComparison.OrdinalIgnoreCase);
}
