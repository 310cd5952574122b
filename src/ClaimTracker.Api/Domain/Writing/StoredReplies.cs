namespace ClaimTracker.Api.Domain.Writing;

/// <summary>
/// Replies to requests with an Idempotency-Key, stored in the transaction of what they did: however often such a request is sent,
/// and whatever dies in between, it is done once. Refusals are not stored: nothing was done.
/// </summary>
internal static class StoredReplies
{
    /// <summary>How long a reply is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const string ForgetSql = "delete from idempotency_keys where created_at < @Before";

    private const string EraseSql = "delete from idempotency_keys where location = @Address";

    private const string FindSql = """
        select line, request_sha256, status, location, is_resource, body
        from idempotency_keys
        where user_id = @userId and key = @Value and line between @first and @last and created_at >= @Before
        """;

    private const string KeepSql = """
        insert into idempotency_keys (user_id, key, line, request_sha256, status, location, is_resource, body, created_at)
        values (@UserId, @Value, @Line, @RequestSha256, @Status, @Location, @IsResource, @Body, @Now)
        """;

    /// <returns>What the request was answered before, or null where it is new.</returns>
    /// <exception cref="ProblemException">
    /// 422: the key came with another request. 409: the reply held a secret, which is not stored.
    /// </exception>
    public static async Task<Reply?> FindAsync(ReadTx tx, long? userId, DateTimeOffset since, IdempotencyKey key)
    {
        if (!(await FindAsync(tx, userId, since, key.Value, 0, 0)).TryGetValue(0, out var stored))
        {
            return null;
        }

        stored.Require(key.RequestSha256);
        return stored is { Body: null, IsResource: true, Location: { } address } ? Reply.StoredAt(stored.Status, address)
            : stored.Body is null ? throw Problem.Conflict(
                "This request was carried out before. What it made is shown once and not stored: "
                + "revoke it, and make another under a new Idempotency-Key.",
                stored.Location)
            : Reply.Stored(stored.Status, stored.Location, stored.IsResource, stored.Body);
    }

    /// <summary>What was stored of lines of a body, by their number.</summary>
    public static Task<IReadOnlyDictionary<int, StoredReply>> FindAsync(Change change, string key, int first, int last) =>
        FindAsync(change, change.Actor.UserId, change.RepliesSince, key, first, last);

    /// <summary>Forgets the replies that made or changed what is at the addresses: their words were erased.</summary>
    public static Task EraseAsync(Change change, IEnumerable<string> addresses) =>
        change.ExecuteAsync(EraseSql, addresses.Select(static address => new { Address = address }));

    private static async Task<IReadOnlyDictionary<int, StoredReply>> FindAsync(
        ReadTx tx, long? userId, DateTimeOffset since, string key, int first, int last) =>
        (await tx.ListAsync<StoredReply>(FindSql, new { userId, Value = key, first, last, Before = since }))
            .ToDictionary(static reply => reply.Line);

    public static async Task<Reply> KeepAsync(Change change, IdempotencyKey key, Reply reply)
    {
        var stored = new StoredReply
        {
            RequestSha256 = key.RequestSha256,
            Status = reply.Status,
            Location = reply.Location,
            IsResource = reply.IsResource,
            Body = reply.IsSecret || reply.IsAddressOnly ? null : reply.Text,
        };
        await KeepAsync(change, key.Value, [stored]);
        return reply;
    }

    /// <summary>
    /// Keeps replies for a day, and forgets what is older: only then, so that a request that is refused has written nothing.
    /// </summary>
    public static async Task KeepAsync(Change change, string key, IEnumerable<StoredReply> replies)
    {
        await change.ExecuteAsync(ForgetSql, new { Before = change.RepliesSince });
        await change.ExecuteAsync(KeepSql, replies.Select(reply => new
        {
            change.Actor.UserId,
            Value = key,
            reply.Line,
            reply.RequestSha256,
            reply.Status,
            reply.Location,
            reply.IsResource,
            reply.Body,
            change.Now,
        }));
    }
}

/// <summary>A reply as the database keeps it.</summary>
internal sealed record StoredReply
{
    /// <summary>Number of the line in a body of lines; 0 where the request was one.</summary>
    public int Line { get; init; }

    public string RequestSha256 { get; init; } = "";

    public int Status { get; init; }

    public string? Location { get; init; }

    public bool IsResource { get; init; }

    /// <summary>Null where it held what is shown once, or a resource that is read again for a repeat.</summary>
    public string? Body { get; init; }

    /// <exception cref="ProblemException">422: it was the reply to another request.</exception>
    public void Require(string requestSha256)
    {
        if (RequestSha256 != requestSha256)
        {
            throw new ProblemException(ProblemType.KeyReused, "This Idempotency-Key came with another request before. Nothing was done.");
        }
    }
}
