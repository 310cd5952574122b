using System.Threading.Channels;

namespace ClaimTracker.Api.Domain.Subscriptions;

/// <summary>
/// Fetches the feeds whose turn it is, one after the other. A feed that fails is asked for less often, up to once a day. Of several
/// replicas one fetches a feed: whoever moves its turn first.
/// </summary>
internal sealed class SubscriptionRunner(Db db, FeedReader feeds, TimeProvider time, ILogger<SubscriptionRunner> log) : BackgroundService
{
    private const int FeedsAtOnce = 50;

    /// <summary>After so many doublings it is a day, or more.</summary>
    private const int MostDoublings = 5;

    private const string TakeTurnSql = """
        update subscriptions
        set next_at = @later,
            state = 'running'
        where id = @Id and next_at = @NextAt
        returning id
        """;

    // Somebody may have asked for it again meanwhile.
    private const string EndSql = """
        update subscriptions
        set etag = @Etag,
            last_modified = @LastModified,
            fetched_at = @now,
            next_at = case when state = 'running' then @next else next_at end,
            state = case when state = 'running' then 'waiting' else state end,
            failures = @failures,
            problem = @Problem,
            taken = taken + @Taken
        where id = @Id
        """;

    /// <summary>Between two fetches of a feed.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that the turn of a feed has come.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = time.CreateTimer(_ => Wake(), null, TimeSpan.Zero, Pause);
        try
        {
            while (await _wake.Reader.WaitToReadAsync(stoppingToken))
            {
                _wake.Reader.TryRead(out _);
                await FetchDueAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    private async Task FetchDueAsync(CancellationToken stopping)
    {
        try
        {
            var due = await db.AskAsync(tx => SubscriptionReader.DueAsync(tx, time.GetUtcNow(), FeedsAtOnce), stopping);
            foreach (var subscription in due)
            {
                var later = time.GetUtcNow() + Interval;
                if (await db.WriteAsync(tx => tx.FirstAsync<long?>(
                    TakeTurnSql, new { subscription.Id, subscription.NextAt, later })) is not null)
                {
                    await EndAsync(subscription, await feeds.FetchAsync(subscription, stopping));
                }
            }
        }
#pragma warning disable CA1031 // The next minute is another chance.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.SubscriptionsFailed(failure);
        }
    }

    private Task<int> EndAsync(SubscriptionRow subscription, FetchOutcome outcome)
    {
        var now = time.GetUtcNow();
        var failures = outcome.Problem is null ? 0 : subscription.Failures + 1;
        var wait = Interval * Math.Pow(2, Math.Min(failures, MostDoublings));
        return db.WriteAsync(tx => tx.ExecuteAsync(EndSql, new
        {
            subscription.Id,
            outcome.Etag,
            outcome.LastModified,
            outcome.Problem,
            outcome.Taken,
            now,
            next = now + (wait < Longest ? wait : Longest),
            failures,
        }));
    }
}
