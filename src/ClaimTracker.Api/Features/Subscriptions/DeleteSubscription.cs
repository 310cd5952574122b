using ClaimTracker.Api.Domain.Subscriptions;

namespace ClaimTracker.Api.Features.Subscriptions;

internal sealed class DeleteSubscription : WriteEndpoint<OneRequest>
{
    private const string DeleteSql = "delete from subscriptions where id = @Id";

    public override void Configure()
    {
        Delete("{id}");
        Group<SubscriptionsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "End a subscription";
            s.Description = "The reviews that it brought stay.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var subject = Subject.Subscription(request.Id);
        var subscription = (await SubscriptionReader.FindAsync(change, request.Id)).OrNotFound(subject);
        change.RequireUnchanged(subscription);
        await change.ExecuteAsync(DeleteSql, request);
        await change.RecordAsync(EventKind.SubscriptionDeleted, subject, before: subscription, after: null);
        return Reply.Gone;
    }
}
