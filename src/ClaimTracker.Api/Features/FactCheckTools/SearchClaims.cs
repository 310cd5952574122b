using ClaimTracker.Api.Domain.ImportedReviews;
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
                "Published reviews in the shape of claims:search of Google's Fact Check Tools API, so that a client of it changes its base "
                + "address only: it is at /v1alpha1/claims:search too. Those of this desk come first, then those of other publishers that "
                + "were imported; of each the newest first.";
        });
        Description(static d => d.Produces<SearchClaimsResponse>(), clearDefaults: true);
    }

    public override async Task HandleAsync(SearchClaimsRequest request, CancellationToken ct) => await Send.ResourceAsync(
        await db.ReadAsync(tx => ReadAsync(tx, request), ct));

    // First those of this desk, then those of others.
    private async Task<SearchClaimsResponse> ReadAsync(ReadTx tx, SearchClaimsRequest request)
    {
        var size = request.PageSize ?? UsualSize;
        var (own, others) = (List(request, "claims:search"), List(request, "claims:search of others"));
        var (ownAfter, othersAfter) = (After(request, own), After(request, others));
        if (request.PageToken is not null && ownAfter is null && othersAfter is null)
        {
            throw Problem.Invalid("pageToken", "must be the nextPageToken of a page with the same parameters");
        }

        var publishers = new FoundPublisher(
            publisher.ShownName, new Uri(publisher.Url ?? publisher.AddressOf(HttpContext.Request, "/")).Host);
        var reviews = othersAfter is null && IsAsked(request, publishers.Site) ? await OwnAsync(tx, request, ownAfter, size + 1) : [];
        var found = reviews.Take(size)
            .Select(review => FoundClaim.Of(review, publishers, publisher.AddressOf(HttpContext.Request, review.Path)))
            .ToList();
        if (reviews.Count > size)
        {
            return new SearchClaimsResponse(found, new Cursor(null, reviews[size - 1].Verdict.Id).Encode(own));
        }

        var room = size - found.Count;
        var imported = await OthersAsync(tx, request, othersAfter, room + 1);
        found.AddRange(imported.Take(room).Select(FoundClaim.Of));
        return new SearchClaimsResponse(
            found,
            imported.Count > room ? new Cursor(null, room == 0 ? long.MaxValue : imported[room - 1].Id).Encode(others) : null);
    }

    private async Task<IReadOnlyList<PublicReview>> OwnAsync(ReadTx tx, SearchClaimsRequest request, long? after, int take)
    {
        var now = time.GetUtcNow();
        var wanted = new VerdictFilter { Q = request.Query, State = [VerdictState.Published], From = FirstDay(request, now) };
        var filter = (await wanted.FilterAsync(tx, Actor.Public, now))
            .If(
                request.LanguageCode is not null,
                "exists (select 1 from claims c where c.id = v.claim_id and (c.language = @Tag or substr(c.language, 1, @Long) = @Start))",
                Language(request));
        return await ReviewPages.BeforeAsync(tx, filter, after, take, Actor.Public);
    }

    private async Task<IReadOnlyList<ImportedReviewResponse>> OthersAsync(
        ReadTx tx, SearchClaimsRequest request, long? after, int take)
    {
        var wanted = new ImportedReviewFilter
        {
            Q = request.Query,
            Site = request.ReviewPublisherSiteFilter,
            From = FirstDay(request, time.GetUtcNow()),
        };
        var filter = wanted.Filter(Actor.Public)
            .If(request.LanguageCode is not null, "(r.language = @Tag or substr(r.language, 1, @Long) = @Start)", Language(request))
            .Before("r.id", after);
        await filter.SettleAsync(tx);
        filter.Parameters.Add("Take", take);
        var sql = $"select r.id from imported_reviews r {filter.Clause(tx.Dialect)} order by r.id desc limit @Take + 0";
        var ids = await tx.ListAsync<long>(sql, filter.Parameters);
        var rows = await ImportedReviewReader.FindAllAsync(tx, [.. ids]);
        return [.. ids.Select(id => rows[id])];
    }

    private static DateOnly? FirstDay(SearchClaimsRequest request, DateTimeOffset now) =>
        request.MaxAgeDays is { } days ? DateOnly.FromDateTime(now.UtcDateTime.AddDays(-days)) : null;

    private static object Language(SearchClaimsRequest request) =>
        new { Tag = request.LanguageCode, Start = request.LanguageCode + "-", Long = (request.LanguageCode?.Length ?? 0) + 1 };

    private static long? After(SearchClaimsRequest request, string list) =>
        request.PageToken is { } token ? Cursor.Decode(token, list)?.Id : null;

    private static string List(SearchClaimsRequest request, string name) =>
        $"{name} {request.Query} {request.LanguageCode} {request.ReviewPublisherSiteFilter} {request.MaxAgeDays}";

    private static bool IsAsked(SearchClaimsRequest request, string site) => request.ReviewPublisherSiteFilter is not { } asked
        || TakenReview.SiteOf(asked) == TakenReview.SiteOf(site);
}
