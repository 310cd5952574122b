using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Feeds;

internal sealed record GetVerdictFeedRequest : VerdictFilter
{
    /// <summary>The most entries; 50, if left out.</summary>
    [QueryParam]
    public int? Limit { get; init; }
}

internal sealed class GetVerdictFeedValidator : Validator<GetVerdictFeedRequest>
{
    public GetVerdictFeedValidator()
    {
        Include(VerdictFilterValidator.Instance);
        RuleFor(static r => r.Limit).InclusiveBetween(1, Limits.FeedEntries).WithMessage($"must be from 1 to {Limits.FeedEntries}");
    }
}

internal sealed class GetVerdictFeed(Db db, TimeProvider time, ReviewPublisher publisher) : Endpoint<GetVerdictFeedRequest>
{
    private const int UsualLimit = 50;

    public override void Configure()
    {
        Get([.. VerdictFeed.ContentTypes.Keys.Select(static form => $"verdicts.{form}")]);
        Group<FeedsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Published verdicts as a feed";
            s.Description =
                "Atom (RFC 4287), JSON Feed 1.1 (json) or schema.org's DataFeed of ClaimReview (jsonld). What was changed last comes "
                + "first. A corrected verdict is one entry, whose id stays; a retracted one stays, and says so. It is at /feeds too, and "
                + "has the filters of GET /verdicts: `list`, `tag`, `claimant` or `articleId` make a feed of their own.";
        });
        Description(static d => d.AnswersForms(VerdictFeed.ContentTypes), clearDefaults: true);
    }

    public override async Task HandleAsync(GetVerdictFeedRequest request, CancellationToken ct)
    {
        var reviews = await db.ReadAsync(tx => ReadAsync(tx, request), ct);
        var http = HttpContext.Request;
        var form = http.Path.Value![(http.Path.Value!.LastIndexOf('.') + 1)..];
        var feed = new VerdictFeed(
            reviews, publisher, path => publisher.AddressOf(http, path), $"/feeds/verdicts.{form}{http.QueryString}");
        await Send.ResourceAsync(feed.Write(form), VerdictFeed.ContentTypes[form] + "; charset=utf-8");
    }

    private async Task<IReadOnlyList<PublicReview>> ReadAsync(ReadTx tx, GetVerdictFeedRequest request)
    {
        var now = time.GetUtcNow();
        var wanted = request is { State: null, AsOf: null }
            ? request with { State = [VerdictState.Published, VerdictState.Retracted] }
            : request;
        var actor = HttpContext.Actor();
        var filter = await (await wanted.FilterAsync(tx, actor, now)).OnlySeenBy(Actor.Public)
            .OnlyOnListAsync(tx, actor, request.List, now);
        return await ReviewPages.LastChangedAsync(tx, filter, request.Limit ?? UsualLimit, Actor.Public);
    }
}
