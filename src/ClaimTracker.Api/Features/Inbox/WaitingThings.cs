using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Inbox;

/// <summary>
/// What waits for somebody, as the tables say it: nothing is kept that could be forgotten. Each part begins at what is the user's own, by
/// an index.
/// </summary>
internal static class WaitingThings
{
    /// <summary>The deadline of what has none.</summary>
    private const string NeverSql = "'9999-12-31T23:59:59.999999Z'";

    /// <summary>Numbers in an id, so that one thing can wait for several reasons.</summary>
    private const string ReasonsSql = "16";

    private const string DeadlineOfClaimSql = """
        (select min(a.deadline)
         from sentence_claims dl
         join sentences ds on ds.id = dl.sentence_id
         join articles a on a.id = ds.article_id
         where dl.claim_id = c.id and a.archived_at is null)
        """;

    private const string AssignedSql = $"""
        select 1 as reason, 'claim' as kind, c.id, c.text, {DeadlineOfClaimSql} as deadline, coalesce(c.assigned_at, c.created_at) as since
        from claims c
        where c.assignee = @Me and c.status not in ('published', 'corrected')
        union all
        select 1, 'article', a.id, a.title, a.deadline, coalesce(a.assigned_at, a.created_at)
        from articles a
        where a.assignee = @Me and a.archived_at is null
        """;

    private const string VerdictsSql = $"""
        select
            case v.state when 'draft' then 2 when 'in_review' then 3 else 4 end,
            'verdict',
            v.id,
            c.text,
            {DeadlineOfClaimSql},
            coalesce(v.rejected_at, v.updated_at)
        from verdicts v
        join claims c on c.id = v.current_claim_id
        where {VerdictConditions.WaitingSql}
        """;

    // Whoever has answered since has dealt with it.
    private const string CommentsSql = """
        select 5, 'comment', m.id, m.text, null, m.created_at
        from comment_mentions w
        join comments m on m.id = w.comment_id
        where w.user_id = @MyId
            and m.resolved_at is null
            and m.author <> @Me
            and not exists (
                select 1 from comments r where r.reply_to = coalesce(m.reply_to, m.id) and r.author = @Me and r.id > m.id)
        union all
        select 6, 'comment', m.id, m.text, null, m.created_at
        from comments own
        join comments m on m.reply_to = own.id
        where own.author = @Me
            and m.resolved_at is null
            and m.author <> @Me
            and not exists (select 1 from comments r where r.reply_to = own.id and r.author = @Me and r.id > m.id)
        """;

    private const string RecheckSql = """
        select 7, 'sentence', s.id, s.text, max(a.deadline), max(l.created_at)
        from claims c
        join sentence_claims l on l.claim_id = c.id
        join sentences s on s.id = l.sentence_id
        join articles a on a.id = s.article_id
        where l.needs_recheck
            and a.archived_at is null
            and c.id in (
                select k.id from claims k where k.assignee = @Me
                union all
                select v.current_claim_id from verdicts v where v.author = @Me)
        group by s.id, s.text
        """;

    private const string DueVerdictsSql = """
        from verdicts v
        join claims c on c.id = v.current_claim_id
        where v.state = 'published'
            and v.id in (
                select d.id from verdicts d where d.author = @Me and d.review_due <= @Today
                union all
                select d.id
                from claims k
                join verdicts d on d.current_claim_id = k.id
                where k.assignee = @Me and d.review_due <= @Today)
        """;

    private const string ReviewOnSqliteSql = $"""
        select 8, 'verdict', v.id, c.text, v.review_due || 'T00:00:00.000000Z', v.review_due || 'T00:00:00.000000Z'
        {DueVerdictsSql}
        """;

    private const string ReviewOnPostgresSql = $"""
        select
            8, 'verdict', v.id, c.text,
            cast(v.review_due as timestamp) at time zone 'UTC', cast(v.review_due as timestamp) at time zone 'UTC'
        {DueVerdictsSql}
        """;

    private const string OtherSql = $"{AssignedSql} union all {VerdictsSql} union all {CommentsSql} union all {RecheckSql}";

    private const string PlacedSql = $"w.*, w.id * {ReasonsSql} + w.reason as place, coalesce(w.deadline, {NeverSql}) as due";

    private const string OnSqliteSql = $"(select {PlacedSql} from ({OtherSql} union all {ReviewOnSqliteSql}) as w) as i";
    private const string OnPostgresSql = $"(select {PlacedSql} from ({OtherSql} union all {ReviewOnPostgresSql}) as w) as i";

    /// <summary>The order: the nearest deadline first, and what has none last.</summary>
    public static readonly SortColumn Nearest = new("i.due", "i.place", Descending: false, typeof(DateTimeOffset));

    /// <summary>Everything that waits, as a table for a list.</summary>
    /// <param name="dialect">The engine.</param>
    public static string Table(Dialect dialect) => dialect.Pick(OnSqliteSql, OnPostgresSql);

    /// <summary>Values that the table names.</summary>
    public static object Parameters(Actor actor, DateTimeOffset now) => new
    {
        Me = actor.Name,
        MyId = actor.UserId,
        MayPublish = actor.Decide(Permission.Publish) == Decision.Allowed,
        Today = DateOnly.FromDateTime(now.UtcDateTime),
    };
}
