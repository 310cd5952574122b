namespace ClaimTracker.Api.Features.Inbox;

internal sealed record MarkInboxReadRequest
{
    /// <summary>The `since` of the newest item that you have seen. An earlier mark makes items unread again.</summary>
    public DateTimeOffset? UpTo { get; init; }
}

internal sealed class MarkInboxReadValidator : Validator<MarkInboxReadRequest>
{
    public MarkInboxReadValidator() => RuleFor(static r => r.UpTo).Present();
}

/// <summary>Sets the mark up to which the caller has read. It has no event: it is the caller's own, and decides nothing.</summary>
internal sealed class MarkInboxRead : WriteEndpoint<MarkInboxReadRequest>
{
    private const string MarkSql = """
        insert into inbox_reads (user_id, up_to)
        values (@Id, @UpTo)
        on conflict (user_id) do update set up_to = excluded.up_to
        """;

    public override void Configure()
    {
        Put("read");
        Group<InboxGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "Mark the inbox as read";
            s.Description = "Items that have waited since that instant, or longer, are no longer unread.";
        });
        Description(static d => d.Produces(204), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, MarkInboxReadRequest request)
    {
        if (request.UpTo > change.Now)
        {
            throw Problem.Invalid("upTo", "must not be in the future: what comes until then would never be unread");
        }

        await change.ExecuteAsync(MarkSql, new { Id = change.Actor.UserId, request.UpTo });
        return Reply.Gone;
    }
}
