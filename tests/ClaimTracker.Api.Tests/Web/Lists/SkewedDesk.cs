using System.Globalization;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Lists;

/// <summary>
/// Many rows of everything that lists show. In each column a few old ones are unlike the others: they have few, and the others many.
/// </summary>
public sealed class SkewedDesk : IAsyncLifetime
{
    internal const int Rows = 30_000;

    /// <summary>An instant for each row, on either engine.</summary>
    private const string At = "{At}";

    private static readonly string[] Statements =
    [
        """
        insert into claims (
            text, text_key, language, claim_date, attribution, appearances, priority, created_by, created_at, updated_at, activity_at,
            status, evidence_count, disputed, assignee, external_app, external_id)
        select
            'Claim ' || i, 'claim ' || i, case when i <= 3 then 'sv' else 'en' end, case when i <= 3 then '1999-07' else '2026-02' end,
            '[]', '[]', i % 10, 'test', {At}, {At}, {At}, case when i <= 3 then 'open' else 'published' end,
            case when i <= 3 then 1 else 0 end, false,
            case when i <= 3 then 'few' when i % 3 = 0 then 'u' || i % 500 when i % 2 = 0 then 'many' end,
            case when i <= 3 then 'few' else 'many' end, 'c' || i
        from n
        """,
        """
        insert into claim_tags (claim_id, ordinal, tag, tag_key)
        select i, 0, case when i <= 3 then 'few' else 'many' end, case when i <= 3 then 'few' else 'many' end from n
        """,
        """
        insert into claim_tags (claim_id, ordinal, tag, tag_key) select i, 1, 't' || i % 3000, 't' || i % 3000 from n
        """,
        """
        insert into claim_claimants (claim_id, ordinal, name, name_key)
        select i, 0, case when i <= 3 then 'few' else 'many' end, case when i <= 3 then 'few' else 'many' end from n
        """,
        """
        insert into claim_claimants (claim_id, ordinal, name, name_key) select i, 1, 'n' || i % 3000, 'n' || i % 3000 from n
        """,
        """
        insert into verdicts (
            claim_id, current_claim_id, number, rating_id, justification, state, author, reviewer, created_at, updated_at, published_at,
            house, review_due)
        select
            i, i, 1, (select r.id from ratings r where r.name = case when i <= 6 then 'False' else 'True' end), 'So.',
            case when i <= 6 then 'draft' else 'published' end,
            case when i <= 6 then 'few' when i % 3 = 0 then 'u' || i % 500 else 'many' end,
            case when i <= 6 then 'few' end, {At}, {At}, case when i > 6 then {At} end, i > 6, case when i % 2 = 0 then @Due end
        from n
        where i > 3
        """,
        """
        insert into articles (
            version, title, title_key, publisher, published_on, language, kind, external_app, external_id, deadline, created_by,
            created_at, updated_at, assignee, archived_at)
        select
            1, 'Article ' || i, 'article ' || i, case when i in @Unlike then 'few' else 'many' end,
            case when i in @Unlike then '1999-07' else '2026-02-03' end, 'en', 'published',
            case when i in @Unlike then 'few' else 'many' end, 'a' || i, {At}, 'test', {At}, {At},
            case when i in @Unlike then 'few' when i % 2 = 0 then 'many' end, case when i <= @Rows / 2 then {At} end
        from n
        """,
        """
        insert into sources (title, title_key, publisher, medium, kind, created_by, created_at, updated_at)
        select
            'Source ' || i, 'source ' || i, case when i <= 3 then 'few' else 'many' end, case when i <= 3 then 'video' else 'pdf' end,
            case when i <= 3 then 'expert' else 'primary' end, 'test', {At}, {At}
        from n
        """,
        """
        insert into evidence (source_id, excerpt, created_by, created_at, updated_at)
        select case when i <= 3 then 1 when i % 3 = 0 then 3 + i % 500 else 2 end, 'Excerpt ' || i, 'test', {At}, {At}
        from n
        """,
        """
        insert into claim_evidence (claim_id, evidence_id, stance, created_at)
        select i, i, case when i <= 3 then 'refutes' else 'supports' end, {At} from n
        """,
        """
        insert into claim_evidence (claim_id, evidence_id, stance, created_at)
        select 10, i, 'supports', {At} from n where i > 10
        """,
        """
        insert into sentences (article_id, text, score, score_components)
        select i, 'Sentence ' || i, 0.5, '{}' from n
        """,
        "insert into sentence_claims (sentence_id, claim_id, role, created_at) select i, i, 'asserts', {At} from n",
        """
        insert into article_versions (article_id, version, text, text_sha256, created_by, created_at)
        select i, case when i = 7 then 1 else 2 end, 'Sentence ' || i, 'Digest ' || i, 'test', {At} from n
        """,
        """
        insert into citations (article_id, version, first_sentence, kind, text, created_by, created_at, sentence_id, state)
        select
            i, case when i = 7 then 1 else 2 end, i, 'comment', 'Note.', 'test', {At}, i,
            case when i <= 3 then 'dismissed' else 'open' end
        from n
        """,
        """
        insert into comments (claim_id, author, text, created_at, updated_at, resolved_at)
        select
            case when i <= 3 then 1 else 20 + i % 100 end,
            case when i <= 3 then 'few' when i % 3 = 0 then 'u' || i % 500 else 'many' end, 'Comment.', {At}, {At},
            case when i > 3 then {At} end
        from n
        """,
        """
        insert into comment_mentions (comment_id, user_id)
        select i, (select u.id from users u where u.name = case when i <= 3 then 'few' else 'many' end) from n
        """,
        """
        insert into list_claims (list_id, claim_id, position, created_at)
        select (select l.id from lists l where l.name = case when i <= 3 then 'few' else 'many' end), i, i, {At} from n
        """,
        """
        insert into lists (name, name_key, created_by, created_at, updated_at)
        select 'l' || i, 'l' || i, 'test', {At}, {At} from n where i <= 200
        """,
        """
        insert into list_claims (list_id, claim_id, position, created_at)
        select (select l.id from lists l where l.name = 'l' || (1 + i % 200)), i, i, {At} from n
        """,
        """
        insert into claim_fields (claim_id, field_id, ordinal, value, value_key)
        select i, f.id, 0, case when i <= 3 then 'few' else 'many' end, case when i <= 3 then 'few' else 'many' end
        from n
        join fields f on f.subject = 'claim'
        """,
        """
        insert into article_fields (article_id, field_id, ordinal, value, value_key)
        select i, f.id, 0, case when i in @Unlike then 'few' else 'many' end, case when i in @Unlike then 'few' else 'many' end
        from n
        join fields f on f.subject = 'article'
        """,
        """
        insert into source_fields (source_id, field_id, ordinal, value, value_key)
        select i, f.id, 0, case when i <= 3 then 'few' else 'many' end, case when i <= 3 then 'few' else 'many' end
        from n
        join fields f on f.subject = 'source'
        """,
        """
        insert into events (seq, at, actor, kind, subject, body, salt, prev, hash, body_sha256)
        select
            t.seq + i, {AtText}, case when i <= 3 then 'few' else 'many' end,
            case when i <= 3 then 'verdict.retracted' else 'claim.edited' end, 'claim/' || i, '', '',
            case when i = 1 then t.hash else 'h' || (i - 1) end, 'h' || i, 'erased'
        from n
        cross join (select seq, hash from events order by seq desc limit 1) t
        order by i
        """,
        "update claims set verdict_id = (select v.id from verdicts v where v.current_claim_id = claims.id) where id > 3",
    ];

    private readonly SqliteSteps? _steps = IsSqlite ? new() : null; // Before the connections are opened.

    internal ApiHost Host { get; } = new();

    internal static bool IsSqlite => TestEngine.Current is SqliteTestEngine;

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        if (TestEngine.Current.Missing is not null)
        {
            return;
        }

        foreach (var name in new[] { "few", "many" })
        {
            await Host.AsAsync("checker", name);
            await Host.Api.GivenAsync("/lists", new { name });
        }

        await Host.Api.GivenAsync("/lists", new { name = "live few", query = new { language = "sv" } });
        await Host.Api.GivenAsync("/lists", new { name = "live many", query = new { language = "en" } });
        foreach (var on in new[] { "claim", "article", "source" })
        {
            await Host.Api.GivenAsync("/fields", new { on, name = "topic", type = "text" });
        }

        var values = new { Rows, Due = new DateOnly(2026, 2, 1), Unlike = new[] { 15_001, 15_002, 15_003 } };
        foreach (var statement in Statements)
        {
            await Host.WritePastTheHistoryAsync(Spelt(statement), values);
        }

        await SearchFill.RunAsync(Host.Db, CancellationToken.None);
        if (!IsSqlite)
        {
            Host.Store.Ask("analyze"); // The server does it by itself, but later.
        }
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        _steps?.Dispose();
    }

    private static string Spelt(string statement)
    {
        const string Sqlite = "strftime('%Y-%m-%dT%H:%M:%f000Z', '2026-02-01', '+' || i || ' minutes')";
        const string Postgres = "timestamptz '2026-02-01T00:00:00Z' + i * interval '1 minute'";
        const string PostgresText = $"""to_char(({Postgres}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""";
        var counted = statement.StartsWith("insert", StringComparison.Ordinal)
            ? "with recursive n (i) as (select 1 union all select i + 1 from n where i < @Rows) " + statement
            : statement;
        return counted
            .Replace(At, IsSqlite ? Sqlite : $"({Postgres})", StringComparison.Ordinal)
            .Replace("{AtText}", IsSqlite ? Sqlite : PostgresText, StringComparison.Ordinal);
    }
}
