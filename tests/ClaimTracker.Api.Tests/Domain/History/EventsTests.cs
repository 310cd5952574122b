using System.Data.Common;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.Domain.History;

/// <summary>The history can only grow, whoever writes SQL.</summary>
public sealed class EventsTests
{
    private const string Row = "(seq, at, actor, kind, subject, body, salt, prev, hash) values";

    public static TheoryData<string> OfOneEngine => TestEngine.Current is SqliteTestEngine
        ? [
            "insert or replace into events " + Row + " (1, 'x', 'x', 'x', 'x', 'x', 'x', '', 'new')",
            "insert or replace into events " + Row + " (2, 'x', 'x', 'x', 'x', 'x', 'x', (select hash from events where seq = 1), 'new')",
            "insert or replace into events " + Row
                + " (3, 'x', 'x', 'x', 'x', 'x', 'x', (select hash from events where seq = 2), (select hash from events where seq = 1))",
            "insert into events " + Row + " (null, 'x', 'x', 'x', 'x', 'x', 'x', (select hash from events where seq = 2), 'new')",
            "update or replace events set seq = 1 where seq = 2",
        ]
        : [
            "truncate events", "truncate events cascade",
            "insert into events " + Row + " (null, 'x', 'x', 'x', 'x', 'x', 'x', (select hash from events where seq = 2), 'new')",
        ];

    [Theory]
    [InlineData("update events set actor = 'another' where seq = 1")]
    [InlineData("update events set body = '' where seq = 2")]
    [InlineData("delete from events where seq = 2")]
    [InlineData("delete from events")]
    [InlineData("insert into events " + Row + " (4, 'x', 'x', 'x', 'x', 'x', 'x', (select hash from events where seq = 2), 'new')")]
    [InlineData("insert into events " + Row + " (3, 'x', 'x', 'x', 'x', 'x', 'x', '', 'new')")]
    [InlineData("insert into events " + Row + " (3, 'x', 'x', 'x', 'x', 'x', 'x', (select hash from events where seq = 1), 'new')")]
    [InlineData("insert into events " + Row + " (2, 'x', 'x', 'x', 'x', 'x', 'x', (select hash from events where seq = 1), 'new')"
        + " on conflict (seq) do update set actor = 'x'")]
    [MemberData(nameof(OfOneEngine))]
    public async Task The_past_cannot_be_rewritten(string sql)
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);
        await RecordTwiceAsync(database.Db);
        var before = await EventsAsync(database.Db);

        await Assert.ThrowsAnyAsync<DbException>(() => database.Db.WriteAsync(tx => tx.ExecuteAsync(sql)));

        Assert.Equal(before, await EventsAsync(database.Db));
    }

    [Theory]
    [InlineData("update events set body = '', salt = '', body_sha256 = null where seq = 1")]
    [InlineData("update events set body = 'x', salt = '', body_sha256 = hash where seq = 1")]
    [InlineData("update events set body = '', salt = 'x', body_sha256 = hash where seq = 1")]
    [InlineData("update events set body = '', salt = '', body_sha256 = 'x' where seq = 1")]
    [InlineData("update events set body = '', salt = '', body_sha256 = hash, seq = 9 where seq = 1")]
    [InlineData("update events set body = '', salt = '', body_sha256 = hash, at = 'x' where seq = 1")]
    [InlineData("update events set body = '', salt = '', body_sha256 = hash, actor = 'x' where seq = 1")]
    [InlineData("update events set body = '', salt = '', body_sha256 = hash, kind = 'x' where seq = 1")]
    [InlineData("update events set body = '', salt = '', body_sha256 = hash, subject = 'x' where seq = 1")]
    [InlineData("update events set body = '', salt = '', body_sha256 = hash, prev = 'x' where seq = 1")]
    [InlineData("update events set body = '', salt = '', body_sha256 = hash, hash = prev where seq = 1")]
    [InlineData("update events set body = '', salt = '', body_sha256 = hash where seq = 2")]
    [InlineData("update events set body = '', salt = '', body_sha256 = hash")]
    public async Task Of_an_event_whose_redaction_is_recorded_nothing_but_body_and_salt_can_be_blanked(string sql)
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);
        await RecordTwiceAsync(database.Db);
        await database.Db.WriteAsync(static async tx =>
        {
            await tx.RecordAsync("tester", "event.redacted", "event/1", before: null, after: null);
            return true;
        });
        var before = await EventsAsync(database.Db);

        await Assert.ThrowsAnyAsync<DbException>(() => database.Db.WriteAsync(tx => tx.ExecuteAsync(sql)));

        Assert.Equal(before, await EventsAsync(database.Db));
        Assert.Equal(1, await database.Db.WriteAsync(tx =>
            tx.ExecuteAsync("update events set body = '', salt = '', body_sha256 = hash where seq = 1")));
        await Assert.ThrowsAnyAsync<DbException>(() => database.Db.WriteAsync(tx =>
            tx.ExecuteAsync("update events set body = '', salt = '', body_sha256 = prev || hash where seq = 1")));
        await Assert.ThrowsAnyAsync<DbException>(() =>
            database.Db.WriteAsync(tx => tx.ExecuteAsync("update events set body = '', salt = '', body_sha256 = hash where seq = 1")));
    }

    [Fact]
    public async Task Each_event_carries_the_hash_of_the_one_before_and_its_own_can_be_worked_out()
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);
        await RecordTwiceAsync(database.Db);

        var prev = "";
        foreach (var line in await EventsAsync(database.Db))
        {
            Assert.Equal(prev, line.Prev);
            Assert.Equal(
                Chain.HashOf(line.Prev, line.Seq, line.At, line.Actor, line.Kind, line.Subject, Chain.BodyHash(line.Salt, line.Body)),
                line.Hash);
            prev = line.Hash;
        }
    }

    [Fact]
    public async Task An_event_is_undone_with_its_write()
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);

        await Assert.ThrowsAsync<InvalidDataException>(() => database.Db.WriteAsync<bool>(static async tx =>
        {
            await tx.RecordAsync("tester", "claim.created", "claim/1", before: null, after: null);
            throw new InvalidDataException("It came to nothing.");
        }));

        Assert.Empty(await EventsAsync(database.Db));
    }

    private static async Task RecordTwiceAsync(Db db)
    {
        for (var i = 1; i <= 2; i++)
        {
            await db.WriteAsync(async tx =>
            {
                await tx.RecordAsync("tester", "claim.created", $"claim/{i}", before: null, after: new { text = "Ä" });
                return true;
            });
        }
    }

    private static Task<IReadOnlyList<EventLine>> EventsAsync(Db db) =>
        db.ReadAsync(static tx => tx.ListAsync<EventLine>("select * from events order by seq"), CancellationToken.None);
}
