using System.Security.Cryptography;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.Domain.History;

/// <summary>The faults that verify finds after somebody bypassed the triggers.</summary>
public sealed class VerificationTests
{
    private const string ClaimSql = """
        insert into claims (
            text, text_key, attribution, appearances, created_by, created_at, updated_at, status, evidence_count, disputed)
        values ('It is so.', 'it is so.', '[]', '[]', 'tester', @Now, @Now, 'open', 0, false)
        """;

    private const string VerdictSql = """
        insert into verdicts (claim_id, current_claim_id, number, rating_id, justification, state, author, created_at, updated_at)
        values (1, 1, 1, 1, 'It is not.', 'draft', 'Ada', @Now, @Now)
        """;

    private const string TakenOverSql = """
        insert into verdict_writers (verdict_id, name, since, taken_over) values (1, 'Ada', @Now, @IsTakenOver)
        """;

    private static string TriggersOff => TestEngine.Current is SqliteTestEngine
        ? "drop trigger events_are_never_changed; drop trigger events_are_never_deleted; drop trigger events_follow_each_other; "
        : "alter table events disable trigger all; ";

    [Theory]
    [InlineData("update events set actor = 'another' where seq = 3", "Event 3 was changed: its hash does not match its content.")]
    [InlineData("update events set at = '2026-03-03T12:00:01Z' where seq = 3", "Event 3 was changed: its hash does not match its content.")]
    [InlineData("update events set body = '{}' where seq >= 3", "Event 3 was changed: its hash does not match its content.")]
    [InlineData("update events set salt = '' where seq = 5", "Event 5 was changed: its hash does not match its content.")]
    [InlineData("update events set hash = prev || 'x' where seq = 2", "Event 2 was changed: its hash does not match its content.")]
    [InlineData(
        "update events set prev = '' where seq = 4",
        "Event 4 does not follow the previous event: its prev is not the hash of that event.")]
    [InlineData("delete from events where seq = 3", "Event 3 is missing: the next one is 4.")]
    [InlineData("delete from events where seq = 1", "Event 1 is missing: the next one is 2.")]
    [InlineData("update events set body_sha256 = hash where seq = 2", "Event 2 was redacted but still has a body or a salt.")]
    [InlineData(
        "update events set body = '', salt = '', body_sha256 = hash where seq = 2",
        "Event 2 was changed: its hash does not match its content.")]
    public async Task A_changed_history_is_found_at_the_first_event_that_was_changed(string sql, string fault)
    {
        await using var database = await GivenAsync(events: 5);

        database.Ask(TriggersOff + sql);

        Assert.Equal([fault], (await VerifyAsync(database)).Faults, StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_event_that_was_blanked_without_a_record_is_found()
    {
        await using var database = await GivenAsync(events: 3);
        var line = (await database.Db.ReadAsync(static tx => Redaction.OfSeqsAsync(tx, [2]), CancellationToken.None))[0];

        database.Ask(
            TriggersOff + $"update events set body = '', salt = '', body_sha256 = '{Chain.BodyHash(line.Salt, line.Body)}' where seq = 2");

        Assert.Equal(
            ["Event 2 was blanked, but no later event records that."], (await VerifyAsync(database)).Faults, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(5, 0, "The history ends at event 4, but the checkpoint has event 5: the end was cut off.")]
    [InlineData(3, 4, "Event 5 has a different hash than in the checkpoint: the history up to it was rewritten.")]
    [InlineData(1, 6, "Event 1 differs from the checkpoint: this is a different history.")]
    public async Task A_rewritten_history_that_looks_whole_is_found_by_a_checkpoint(int rewrittenFrom, int writtenAgain, string fault)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var database = await GivenAsync(events: 0);
        await database.Db.WriteAsync(tx => KnowAsync(tx, key));
        await RecordAsync(database.Db, events: 4);
        var checkpoint = await TakeAsync(database.Db, key);
        Assert.Empty((await VerifyAsync(database, checkpoint)).Faults);

        database.Ask(TriggersOff + $"delete from events where seq >= {rewrittenFrom}");
        await RecordAsync(database.Db, writtenAgain);

        Assert.Empty((await VerifyAsync(database)).Faults);
        Assert.Equal([fault], (await VerifyAsync(database, checkpoint)).Faults, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_of_a_key_that_the_history_does_not_know_proves_nothing()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var database = await GivenAsync(events: 2);

        var verified = await VerifyAsync(database, await TakeAsync(database.Db, key));

        Assert.Equal(["The checkpoint was signed by a key that the history does not know."], verified.Faults, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rows_with_only_events_of_an_older_version_are_counted_and_rows_without_events_are_found()
    {
        await using var database = await GivenAsync(events: 0);
        await database.Db.WriteAsync(static async tx =>
        {
            await tx.AppendAsync("tester", "claim.created", "claim/1", new EventBody(Before: null, After: new { text = "It is so." }));
            return await tx.ExecuteAsync(ClaimSql, new { tx.Now });
        });
        var old = await VerifyAsync(database);

        await database.Db.WriteAsync(static tx => tx.ExecuteAsync(ClaimSql, new { tx.Now }));
        var added = await VerifyAsync(database);

        Assert.Equal((0, 1L), (old.Faults.Count, old.NotCompared));
        Assert.Equal(
            [
                "claim/2 is in the tables (claims, claim_claimants, claim_tags, claim_relations, claim_matches, claim_fields, "
                + "claim_merges), but no event records it.",
            ],
            added.Faults,
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("delete from verdict_writers", "verdicts")]
    [InlineData("update verdict_writers set name = 'Bo'", "verdicts", "verdict_writers")]
    [InlineData("insert into verdict_writers select verdict_id, 'Bo', since, taken_over from verdict_writers", "verdict_writers")]
    public async Task Writers_that_a_migration_took_over_are_compared_with_the_events_of_their_verdict(string sql, params string[] tables)
    {
        await using var database = await GivenAsync(events: 0);
        await database.Db.WriteAsync(static async tx =>
        {
            await tx.AppendAsync("Ada", "claim.created", "claim/1", new EventBody(Before: null, After: new { text = "It is so." }));
            await tx.AppendAsync("Ada", "verdict.drafted", "verdict/1", new EventBody(Before: null, After: new { claimId = 1 }));
            await tx.ExecuteAsync(ClaimSql, new { tx.Now });
            await tx.ExecuteAsync(VerdictSql, new { tx.Now });
            await tx.ExecuteAsync("update claims set status = 'researching', verdict_id = 1");
            return await tx.ExecuteAsync(TakenOverSql, new { tx.Now, IsTakenOver = true });
        });
        Assert.Empty((await VerifyAsync(database)).Faults);

        database.Ask(sql);

        Assert.Equal(
            tables.Select(static table => $"Row 1 of {table} is not as the events record it."),
            (await VerifyAsync(database)).Faults,
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("word/1")]
    [InlineData("claim/-1")]
    [InlineData("claim")]
    public async Task An_event_that_vouches_for_an_impossible_subject_is_found(string subject)
    {
        await using var database = await GivenAsync(events: 1);
        await database.Db.WriteAsync(async tx =>
        {
            await tx.AppendAsync(
                "tester",
                "word.spoken",
                "word/2",
                new EventBody(Before: null, After: null)
                {
                    Content = new Dictionary<string, string?>(StringComparer.Ordinal) { [subject] = "x" },
                });
            return true;
        });

        Assert.Equal(
            [$"Event 2 vouches for {subject}, which no table can hold."], (await VerifyAsync(database)).Faults, StringComparer.Ordinal);
    }

    private static Task<Verified> VerifyAsync(TestDatabase database, Checkpoint? checkpoint = null) =>
        new Verification(database.Db, checkpoint, CancellationToken.None).RunAsync();

    private static async Task<TestDatabase> GivenAsync(int events)
    {
        var database = await TestDatabase.NewAsync(TestEngine.Current);
        await RecordAsync(database.Db, events);
        return database;
    }

    private static async Task RecordAsync(Db db, int events)
    {
        for (var i = 1; i <= events; i++)
        {
            await db.WriteAsync(async tx =>
            {
                await tx.RecordAsync("tester", "word.spoken", $"word/{i}", before: null, after: new { word = "Ä" });
                return true;
            });
        }
    }

    private static async Task<bool> KnowAsync(WriteTx tx, ECDsa key)
    {
        var publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        await tx.RecordAsync("system", EventKind.CheckpointKeyCreated.Name, "checkpoint_key/1", before: null, after: new { publicKey });
        return true;
    }

    private static async Task<Checkpoint> TakeAsync(Db db, ECDsa key)
    {
        var walk = new HistoryWalk(checkpoint: null);
        var first = await db.ReadAsync(
            static tx => tx.SingleAsync<string>("select hash from events where seq = 1"), CancellationToken.None);
        await db.ReadAsync(walk.ContinueAsync, CancellationToken.None);
        return Checkpoint.Sign(first, walk.Seq, walk.Head, DateTimeOffset.UnixEpoch, key);
    }
}
