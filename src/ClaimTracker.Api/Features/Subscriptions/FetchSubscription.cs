using ClaimTracker.Api.Domain.Subscriptions;

namespace ClaimTracker.Api.Features.Subscriptions;

internal sealed class FetchSubscription(SubscriptionRunner runner) : WriteEndpoint<OneRequest, SubscriptionResponse>
{
    private const string TurnSql = "update subscriptions set next_at = @Now, state = 'queued' where id = @Id";

    public override void Configure()
    {
        Post("{id}/fetch");
        Group<SubscriptionsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Fetch a subscription now";
            s.Description = "The answer is 202: `state` of the subscription is `waiting` when it is over; `problem` says how it went.";
        });
        Description(
            static d => d.Produces<SubscriptionResponse>(202).SendsHeader("Location", "Says how it went.").ProducesProblem(404)
                .AnswersNoResource(),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var subject = Subject.Subscription(request.Id);
        await change.ExecuteAsync(TurnSql, new { request.Id, change.Now });
        change.AfterCommit((_, _) => runner.Wake());
        return Reply.Accepted(subject.Address, (await SubscriptionReader.FindAsync(change, request.Id)).OrNotFound(subject));
    }
}
