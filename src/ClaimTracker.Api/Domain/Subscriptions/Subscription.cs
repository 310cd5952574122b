namespace ClaimTracker.Api.Domain.Subscriptions;

/// <summary>Where a subscription is between two fetches.</summary>
internal enum FetchState { Queued, Running, Waiting }

/// <summary>A feed of another desk, whose reviews are imported.</summary>
internal sealed record SubscriptionResponse
{
    public required long Id { get; init; }

    public required string FeedUrl { get; init; }

    public required string? Name { get; init; }

    /// <summary>Whether it is to be fetched now, is being fetched, or waits for its next turn.</summary>
    public required FetchState State { get; init; }

    /// <summary>When it was last asked for; null if never.</summary>
    public required DateTimeOffset? FetchedAt { get; init; }

    /// <summary>When it is asked for next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Why the last fetch brought nothing, or not all; null where it was well.</summary>
    public required string? Problem { get; init; }

    /// <summary>Reviews that it has brought, changed ones counted each time.</summary>
    public required long Taken { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A subscription as it is fetched.</summary>
internal sealed record SubscriptionRow
{
    public required long Id { get; init; }

    public required string FeedUrl { get; init; }

    public required string? Etag { get; init; }

    public required string? LastModified { get; init; }

    public required DateTimeOffset NextAt { get; init; }

    public required long Failures { get; init; }

    public required string CreatedBy { get; init; }
}

/// <summary>Reads subscriptions.</summary>
internal static class SubscriptionReader
{
    public const string Columns = """
        s.id,
        s.feed_url,
        s.name,
        s.state,
        s.fetched_at,
        s.next_at,
        s.problem,
        s.taken,
        s.created_by,
        s.created_at
        """;

    private const string FindSql = $"select {Columns} from subscriptions s where s.id = @id";

    private const string DueSql = """
        select s.id, s.feed_url, s.etag, s.last_modified, s.next_at, s.failures, s.created_by
        from subscriptions s
        where s.next_at <= @now
        order by s.next_at, s.id
        limit @take + 0
        """;

    public static Task<SubscriptionResponse?> FindAsync(ReadTx tx, long id) => tx.FirstAsync<SubscriptionResponse>(FindSql, new { id });

    /// <summary>Those whose turn it is, the one that has waited longest first.</summary>
    public static Task<IReadOnlyList<SubscriptionRow>> DueAsync(ReadTx tx, DateTimeOffset now, int take) =>
        tx.ListAsync<SubscriptionRow>(DueSql, new { now, take });
}
