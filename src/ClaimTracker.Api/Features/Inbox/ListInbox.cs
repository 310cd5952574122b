namespace ClaimTracker.Api.Features.Inbox;

internal sealed record ListInboxRequest : PageRequest
{
    [QueryParam]
    public InboxReason? Reason { get; init; }

    /// <summary>Whether it has waited only since the mark of PUT /me/inbox/read.</summary>
    [QueryParam]
    public bool? Unread { get; init; }
}

internal sealed class ListInboxValidator : PageRequestValidator<ListInboxRequest>;

internal sealed class ListInbox(TimeProvider time) : ListEndpoint<ListInboxRequest, InboxItem>
{
    private const string Columns = "i.reason, i.kind, i.id, i.text, i.deadline, i.since, i.place, i.due";
    private const string ReadUpToSql = "select up_to from inbox_reads where user_id = @id";

    public override void Configure()
    {
        Get("");
        Group<InboxGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "What waits for the caller, and why";
            s.Description =
                "The nearest deadline first. Nothing has to be ticked off: an item disappears once the work is done. "
                + "`unread=true&count=true` gives the number for a badge.";
        });
        Description(static d => d.Produces<Page<InboxItem>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListInboxRequest request) => WaitingThings.Nearest;

    public override async Task<Page<InboxItem>> ReadAsync(ReadTx tx, Actor actor, ListInboxRequest request, Keyset keyset)
    {
        var readUpTo = await tx.FirstAsync<DateTimeOffset?>(ReadUpToSql, new { id = actor.UserId }) ?? DateTimeOffset.MinValue;
        var filter = new Filter()
            .And("1 = 1", WaitingThings.Parameters(actor, time.GetUtcNow()))
            .Equal("i.reason", (int?)request.Reason)
            .If(request.Unread == true, "i.since > @readUpTo", new { readUpTo })
            .If(request.Unread == false, "i.since <= @readUpTo", new { readUpTo });
        return await tx.PageAsync(
            keyset,
            new PageQuery<WaitingRow>(Columns, WaitingThings.Table(tx.Dialect), filter, static row => (row.Due, row.Place)),
            rows => Task.FromResult<IReadOnlyList<InboxItem>>([.. rows.Select(row => row.ToItem(readUpTo))]));
    }

    private sealed record WaitingRow
    {
        public InboxReason Reason { get; init; }

        public string Kind { get; init; } = "";

        public long Id { get; init; }

        public string? Text { get; init; }

        public DateTimeOffset? Deadline { get; init; }

        public DateTimeOffset Since { get; init; }

        public long Place { get; init; }

        public DateTimeOffset Due { get; init; }

        public InboxItem ToItem(DateTimeOffset readUpTo)
        {
            var subject = Kind switch
            {
                "claim" => Subject.Claim(Id),
                "article" => Subject.Article(Id),
                "verdict" => Subject.Verdict(Id),
                "comment" => Subject.Comment(Id),
                _ => Subject.Sentence(Id),
            };
            return new InboxItem
            {
                Reason = Reason,
                Subject = subject.ToString(),
                Address = subject.Address,
                Text = Text,
                Deadline = Deadline,
                Since = Since,
                Unread = Since > readUpTo,
            };
        }
    }
}
