using ClaimTracker.Api.Domain.Subscriptions;

namespace ClaimTracker.Api.Features.Subscriptions;

internal sealed class GetSubscription : ReadEndpoint<OneRequest, SubscriptionResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<SubscriptionsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s => s.Summary = "How a subscription fares");
        Description(static d => d.Produces<SubscriptionResponse>().ProducesProblem(404), clearDefaults: true);
    }

    protected override bool IsOneQuery => true;

    public override async Task<SubscriptionResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await SubscriptionReader.FindAsync(tx, request.Id)).OrNotFound(Subject.Subscription(request.Id));
}
