using ClaimTracker.Api.Domain.Subscriptions;

namespace ClaimTracker.Api.Features.Subscriptions;

internal sealed record CreateSubscriptionRequest
{
    /// <summary>The address of a feed: a DataFeed or a list of ClaimReview, or an answer of claims:search.</summary>
    public string? FeedUrl { get; init; }

    /// <summary>What the desk calls it.</summary>
    public string? Name { get; init; }
}

internal sealed class CreateSubscriptionValidator : Validator<CreateSubscriptionRequest>
{
    public CreateSubscriptionValidator()
    {
        RuleFor(static r => r.FeedUrl).NotNull().WithMessage("is required");
        RuleFor(static r => r.FeedUrl).HttpUrl();
        RuleFor(static r => r.Name).Optional(Limits.Title);
    }
}

internal sealed class CreateSubscription(SubscriptionRunner runner) : WriteEndpoint<CreateSubscriptionRequest, SubscriptionResponse>
{
    private const string KnownSql = "select id from subscriptions where url_key = @UrlKey";
    private const string CountSql = "select count(*) from subscriptions";

    private const string InsertSql = """
        insert into subscriptions (feed_url, url_key, name, next_at, created_by, created_at)
        values (@FeedUrl, @UrlKey, @Name, @CreatedAt, @CreatedBy, @CreatedAt)
        returning id
        """;

    public override void Configure()
    {
        Post("");
        Group<SubscriptionsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Subscribe to another desk";
            s.Description =
                "Its reviews are imported at once, then every hour, and listed at /imported-reviews. They are no verdicts of this desk. "
                + "The service connects to the internet only. The same feed again is returned as it is, with 200; under another name "
                + "it is refused.";
        });
        Description(
            static d => d.Produces<SubscriptionResponse>(201).Produces<SubscriptionResponse>().ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateSubscriptionRequest request)
    {
        var row = new
        {
            request.FeedUrl,
            UrlKey = UrlKey.Of(request.FeedUrl),
            request.Name,
            CreatedBy = change.Actor.Name,
            CreatedAt = change.Now,
        };
        if (await change.FirstAsync<long?>(KnownSql, row) is { } known)
        {
            var existing = (await SubscriptionReader.FindAsync(change, known))!;
            return request.Name is null || request.Name == existing.Name
                ? Reply.Existing(Subject.Subscription(known).Address, existing)
                : throw Problem.Conflict($"Subscription {known} has this feed.", Subject.Subscription(known).Address);
        }

        if (await change.SingleAsync<long>(CountSql) >= Limits.Subscriptions)
        {
            throw Problem.Conflict($"There are {Limits.Subscriptions:N0} subscriptions, which is the most: delete one first.");
        }

        var subject = Subject.Subscription(await change.InsertAsync(InsertSql, row));
        await change.RecordAsync(EventKind.SubscriptionCreated, subject, before: null, after: request);
        change.AfterCommit((_, _) => runner.Wake());
        return Reply.Created(subject.Address, (await SubscriptionReader.FindAsync(change, Subject.IdOf(subject.Address)))!);
    }
}
