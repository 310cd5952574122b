using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Documents;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Api.Tests.Domain.History.Sqlite;

/// <summary>The description of the format is enough to verify a history without our code.</summary>
public sealed class IndependentVerifierTests(ClosedNewsroom newsroom) : IClassFixture<ClosedNewsroom>
{
    [Fact]
    public async Task An_untouched_history_has_no_faults_for_either_verifier()
    {
        await newsroom.CopyAsync(newsroom.Bytes);

        Assert.Null(FirstFault(newsroom.SignedHead));
        Assert.Empty(await newsroom.VerifyAsync(Signed(newsroom.SignedHead)));
    }

    [Fact]
    public async Task Both_verifiers_agree_on_rare_numbers_and_orders()
    {
        var host = new ApiHost(new SqliteTestEngine());
        await host.InitializeAsync();
        double[] values = [0.1, 3, 1d / 3, 0.0001, 0.00001, 2.5e-8, -7.25, 0, 1234567890123456.8, 1e16, 1e17, -1.5e20];
        var ratings = values.Select(static (value, i) => new { name = $"{i}", value, needsChange = true, needsEvidence = true });
        await host.Api.PostAsync("/rating-scales", new { name = "Rare", ratings });
        await host.Api.PostAsync("/articles", new { text = "It cost 4 million in 1999. It cost 5 million in 2000." });
        await host.Api.PutAsync(
            "/articles/1/text", new { text = "It cost 4 million in 1999. Then came 77 fishermen. It cost 5 million in 2000." });

        await using (var db = new SqliteConnection(
            SqliteConnections.ConnectionString(Path.Combine(host.Store.Folder, "claimtracker.db"), SqliteOpenMode.ReadOnly)))
        {
            await db.OpenAsync();
            Assert.Null(IndependentVerifier.FirstFault(db));
        }

        Assert.Equal("3", host.Store.Ask("select sentence_id from sentence_positions where version = 2 and ordinal = 1"));
        Assert.Equal("12", host.Store.Ask("select count(*) from ratings where scale_id = 2"));
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("update events set body = body || ' ' where seq = 12", "Event 12 has a hash that does not match its content.")]
    [InlineData("update events set salt = '' where seq = 12", "Event 12 has a hash that does not match its content.")]
    [InlineData("update events set actor = 'another' where seq = 12", "Event 12 has a hash that does not match its content.")]
    [InlineData("update events set at = '2026-03-03T12:00:01Z' where seq = 12", "Event 12 has a hash that does not match its content.")]
    [InlineData("update events set prev = '' where seq = 12", "Event 12 does not follow the previous one.")]
    [InlineData("update events set body_sha256 = hash where seq = 12", "Event 12 has a hash that does not match its content.")]
    [InlineData("delete from events where seq = 12", "Event 12 is missing.")]
    [InlineData("delete from events where seq = 1", "Event 1 is missing.")]
    [InlineData("update claims set text = 'It was never said.' where id = 1", "claim/1 is not in the tables as it was left.")]
    [InlineData(
        "update claim_tags set ordinal = ordinal + 9 where claim_id = (select max(claim_id) from claim_tags)",
        "claim/# is not in the tables as it was left.")]
    [InlineData(
        "update sentences set score = score / 2 where id = (select max(id) from sentences where score > 0)",
        "version/#/# is not in the tables as it was left.")]
    [InlineData("update sentences set triage_reason = 'Why not.' where id = 82", "sentence/82 is in the tables, but no event records it.")]
    [InlineData("update ratings set value = 1.5 where id = 2", "rating_scale/1 is not in the tables as it was left.")]
    [InlineData("delete from house_verdicts where id = 1", "verdict/# is not in the tables as it was left.")]
    [InlineData("delete from users where id = 3", "user/3 is not in the tables as it was left.")]
    [InlineData("insert into comment_mentions values (3, 1)", "comment/3 is in the tables, but no event records it.")]
    [InlineData(
        "delete from sentence_positions where sentence_id = 82",
        "A version with sentence 82 is in the tables, but no event records it.")]
    public async Task Both_verifiers_find_what_was_changed(string sql, string fault)
    {
        await newsroom.TamperPastTriggersAsync(sql);

        // Ids of what was made in parallel differ from run to run.
        Assert.Matches($"^{fault.Replace("#", "[0-9]+", StringComparison.Ordinal)}$", FirstFault());
        Assert.NotEmpty(await newsroom.VerifyAsync());
    }

    [Theory]
    [InlineData("update events set actor = 'another' where seq = 12", "Event {0} differs from the checkpoint.")]
    [InlineData("update events set actor = 'another' where seq = 1", "The checkpoint is of a different history.")]
    [InlineData(
        "update events set kind = 'another' where kind = 'checkpoint_key.created'",
        "The checkpoint was signed with a key that no event records.")]
    public async Task A_history_that_was_rewritten_completely_is_found_only_by_a_checkpoint(string sql, string fault)
    {
        await RewriteAsync(sql);
        var last = newsroom.Ask("select max(seq) from events");

        Assert.Null(FirstFault());
        Assert.Empty(await newsroom.VerifyAsync());
        Assert.Equal(fault.Replace("{0}", last, StringComparison.Ordinal), FirstFault(newsroom.SignedHead));
        Assert.NotEmpty(await newsroom.VerifyAsync(Signed(newsroom.SignedHead)));
    }

    [Theory]
    [InlineData("""{"content":[]}""")]
    [InlineData("[]")]
    [InlineData("""{"content":"claim/1"}""")]
    public async Task A_malformed_body_is_found_even_if_its_hash_is_right(string body)
    {
        await RewriteAsync($"update events set body = '{body}' where seq = 12");

        Assert.NotNull(FirstFault());
        Assert.Equal(["Event 12 has a body that no version of this program wrote."], await newsroom.VerifyAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_with_its_effects_is_found_only_by_a_checkpoint()
    {
        await newsroom.CopyAsync(newsroom.Bytes);
        var last = newsroom.Ask("select seq from events order by seq desc limit 1");
        Assert.Equal("key.revoked key/3", newsroom.Ask($"select kind || ' ' || subject from events where seq = {last}"));

        await newsroom.TamperPastTriggersAsync(
            $"delete from events where seq = {last}; update api_keys set revoked_at = null where id = 3");

        Assert.Null(FirstFault());
        Assert.Empty(await newsroom.VerifyAsync());
        Assert.Equal($"Event {last} differs from the checkpoint.", FirstFault(newsroom.SignedHead));
        Assert.NotEmpty(await newsroom.VerifyAsync(Signed(newsroom.SignedHead)));
    }

    [Theory]
    [InlineData("instance")]
    [InlineData("seq")]
    [InlineData("head")]
    [InlineData("at")]
    public async Task A_changed_checkpoint_has_an_invalid_signature(string member)
    {
        await newsroom.CopyAsync(newsroom.Bytes);
        var checkpoint = JsonNode.Parse(newsroom.SignedHead)!;
        Assert.NotNull(checkpoint[member]);

        checkpoint[member] = checkpoint[member] + "0";

        Assert.Equal("The checkpoint is not as it was signed.", FirstFault(checkpoint.ToJsonString()));
    }

    [Fact]
    public async Task A_redacted_event_holds_only_if_a_later_event_records_the_redaction()
    {
        await newsroom.CopyAsync(newsroom.Bytes);
        var hash = IndependentVerifier.Sha256(
            newsroom.Ask("select salt from events where seq = 12")!, newsroom.Ask("select body from events where seq = 12")!);
        var blank = $"update events set body = '', salt = '', body_sha256 = '{hash}' where seq = 12";
        var say = """
            insert into events
            select
                seq + 1, at, 'operator', 'event.redacted', 'event/12',
                '{"before":null,"after":{"reason":"Asked for."},"content":{}}', '1', '', '', null
            from events order by seq desc limit 1
            """;

        await RewriteAsync(blank);
        Assert.Equal("Event 12 was redacted, but no later event records it.", FirstFault());
        Assert.NotEmpty(await newsroom.VerifyAsync());

        await RewriteAsync($"{blank}; {say}");
        Assert.Null(FirstFault(newsroom.SignedHead));
        Assert.Empty(await newsroom.VerifyAsync(Signed(newsroom.SignedHead)));

        await RewriteAsync($"{blank}; {say}; update events set salt = 'x' where seq = 12");
        Assert.Equal("Event 12 was redacted but still has a salt or a body.", FirstFault());
        Assert.NotEmpty(await newsroom.VerifyAsync());
    }

    [Fact]
    public void The_verifier_reads_the_tables_in_the_order_of_the_document()
    {
        var document = Repository.Read("db/HISTORY.md").Split("\n## ")
            .Single(static section => section.StartsWith("Content digests\n", StringComparison.Ordinal));
        var named = document.Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cell => (Table: cell[2].Split(':')[0], Order: cell[4]));
        var read = IndependentVerifier.Contents
            .Select(static of => (of.Table, Order: of.Rows.Split(" order by ") is [_, var order] ? order.Trim() : ""));

        Assert.Equal(read, named);
    }

    private static Checkpoint Signed(string json) => JsonSerializer.Deserialize<Checkpoint>(json, JsonSerializerOptions.Web)!;

    private string? FirstFault(string? checkpoint = null)
    {
        using var db = newsroom.Open();
        return IndependentVerifier.FirstFault(db, checkpoint);
    }

    /// <summary>Changes the history and makes every hash anew, like an owner of the file who knows the format.</summary>
    private async Task RewriteAsync(string change)
    {
        await newsroom.TamperPastTriggersAsync(change);
        var sql = new StringBuilder(change);
        var prev = "";
        await using (var db = newsroom.Open())
        await using (var command = db.CreateCommand())
        {
            command.CommandText = "select seq, at, actor, kind, subject, body, salt, body_sha256 from events order by seq";
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                string[] said = [.. Enumerable.Range(0, 5).Select(row.GetString)];
                var body = row[7] as string ?? IndependentVerifier.Sha256(row.GetString(6), row.GetString(5));
                var hash = IndependentVerifier.Sha256([prev, .. said, body]);
                sql.Append($"; update events set prev = '{prev}', hash = '{hash}' where seq = {said[0]}");
                prev = hash;
            }
        }

        await newsroom.TamperPastTriggersAsync(sql.ToString());
    }
}
