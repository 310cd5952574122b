using ClaimTracker.Api.Domain.Subscriptions;

namespace ClaimTracker.Api.Features.Subscriptions;

internal sealed record ListSubscriptionsRequest : ResourcesRequest;

internal sealed class ListSubscriptionsValidator : PageRequestValidator<ListSubscriptionsRequest>;

internal sealed class ListSubscriptions : ListEndpoint<ListSubscriptionsRequest, SubscriptionResponse>
{
    public override void Configure()
    {
        Get("");
        Group<SubscriptionsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "List subscriptions";
            s.Description = "The newest first.";
        });
        Description(static d => d.Produces<Page<SubscriptionResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListSubscriptionsRequest request) => SortColumn.IdBothWays("s.id")["-id"];

    public override Task<Page<SubscriptionResponse>> ReadAsync(
        ReadTx tx, Actor actor, ListSubscriptionsRequest request, Keyset keyset) => tx.PageAsync(
            keyset,
            new PageQuery<SubscriptionResponse>(
                SubscriptionReader.Columns,
                "subscriptions s",
                new Filter().AnyOf("s.id", request.Ids),
                static subscription => (null, subscription.Id)));
}
