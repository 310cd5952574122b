using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

/// <summary>An archive makes an empty instance of either engine the one that it was taken of.</summary>
public sealed class ArchiveRoundTripTests : IAsyncLifetime
{
    private TestStore _source = null!;

    [Fact]
    public async Task An_instance_that_was_made_of_an_archive_gives_the_same_archive_to_the_byte()
    {
        var (exports, archive, next) = ("", "", "");
        exports = await Newsroom.OnAsync(_source, Newsroom.FillAsync);
        await Newsroom.OnAsync(_source, async api => archive = await Archives.ExportAsync(api));
        next = await Newsroom.OnAsync(_source, Newsroom.NextClaimAsync);

        foreach (var engine in new[] { new SqliteTestEngine(), TestEngine.Current })
        {
            await using var target = await engine.NewAsync();
            await Newsroom.OnAsync(target, async api =>
            {
                var import = await api.ImportAsync(archive, "format=archive");
                Assert.Equal("done", (string?)import["state"]);
                Assert.Equal(archive.Count(static c => c == '\n'), (int)import["counts"]!["lines"]!);
                Assert.Equal(archive, await Archives.ExportAsync(api));
                Assert.NotEmpty((await api.GetAsync("/search?q=harbour")).Text);
                return "";
            });
            Assert.Empty(await FaultsAsync(target));
            Assert.Equal(exports, await Newsroom.OnAsync(target, Newsroom.ExportAsync));

            // A start brings keys, and no difference. Work does.
            Assert.Equal(archive, await Newsroom.OnAsync(target, api => Archives.ExportAsync(api)));
            Assert.Equal(next, await Newsroom.OnAsync(target, Newsroom.NextClaimAsync));
            Assert.False(archive == await Newsroom.OnAsync(target, api => Archives.ExportAsync(api)));
            Assert.Empty(await FaultsAsync(target));
        }
    }

    [Fact]
    public async Task An_archive_of_an_instance_that_was_made_of_one_and_worked_on_is_whole_again()
    {
        var (first, second) = ("", "");
        await Newsroom.OnAsync(_source, async api =>
        {
            await api.GivenClaimAsync();
            return first = await Archives.ExportAsync(api);
        });
        await using var between = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(between, async api =>
        {
            await api.ImportAsync(first, "format=archive");
            await api.GivenClaimAsync("The ferry carried 1,200 people a day.");
            return second = await Archives.ExportAsync(api);
        });

        await using var last = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(last, async api =>
        {
            Assert.Equal("done", (string?)(await api.ImportAsync(second, "format=archive"))["state"]);
            Assert.Equal(second, await Archives.ExportAsync(api));
            return "";
        });
        Assert.Empty(await FaultsAsync(last));
    }

    [Fact]
    public async Task The_manifest_says_what_is_in_it_and_no_line_holds_a_key()
    {
        var archive = "";
        await Newsroom.OnAsync(_source, Newsroom.FillAsync);
        await Newsroom.OnAsync(_source, async api => archive = await Archives.ExportAsync(api));

        var lines = Archives.LinesOf(archive);
        var manifest = JsonNode.Parse(lines[0])!["manifest"]!;
        var counts = manifest["tables"]!.AsObject().ToDictionary(
            static table => table.Key, static table => (int)table.Value!, StringComparer.Ordinal);
        Assert.Equal(
            counts.Where(static table => table.Value > 0).Select(static table => (table.Key, table.Value)),
            lines.Skip(1).GroupBy(static line => (string)JsonNode.Parse(line)!["table"]!, StringComparer.Ordinal).Select(
                static rows => (rows.Key, rows.Count())));
        var head = _source.Ask("select hash from events where seq = (select max(seq) from events)");
        Assert.Equal(head, (string?)manifest["history"]!["head"]);
        Assert.All(["api_keys", "idempotency_keys", "claim_vectors"], table => Assert.False(counts.ContainsKey(table)));
        Assert.DoesNotContain(_source.Ask("select max(secret_sha256) from api_keys")!, archive, StringComparison.Ordinal);
        Assert.All(
            counts, static table => Assert.True(table.Value > 0, $"No row of {table.Key} is in the archive, so nothing was tested."));
    }

    [Fact]
    public async Task An_import_that_a_process_did_not_end_goes_on_with_the_next()
    {
        var archive = "";
        await Newsroom.OnAsync(_source, async api =>
        {
            await api.GivenClaimAsync();
            return archive = await Archives.ExportAsync(api);
        });
        await using var target = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(target, static _ => Task.FromResult(""));
        Directory.CreateDirectory(Path.Combine(target.Folder, "work"));
        await File.WriteAllTextAsync(Path.Combine(target.Folder, "work", "import-left"), archive);
        await File.WriteAllTextAsync(Path.Combine(target.Folder, "work", "some.tmp"), "left by an export");
        await using (var db = target.Database.Open(TimeProvider.System))
        {
            await db.WriteAsync(static tx => tx.ExecuteAsync(LeftSql, new { File = "import-left", tx.Now }));
            await db.WriteAsync(static tx => tx.ExecuteAsync(LeftSql, new { File = "import-gone", Now = tx.Now.AddDays(-2) }));
        }

        await Newsroom.OnAsync(target, async api =>
        {
            Assert.Equal("done", (string?)(await api.EndOfImportAsync(1))["state"]);
            Assert.Equal(archive, await Archives.ExportAsync(api));
            Assert.Equal("Its file is gone: hand it in again.", (string?)(await api.EndOfImportAsync(2))["problem"]!["text"]);
            return "";
        });
        Assert.Empty(Directory.GetFiles(Path.Combine(target.Folder, "work")));
    }

    private const string LeftSql = """
        insert into imports (format, state, dry_run, atomic, file, bytes, sha256, created_by, created_at)
        values ('archive', 'running', false, true, @File, 1, '', 'admin (configured)', @Now)
        """;

    public async Task InitializeAsync() => _source = TestEngine.Current.Missing is null ? await TestEngine.Current.NewAsync() : null!;

    public async Task DisposeAsync() => await (_source?.DisposeAsync() ?? ValueTask.CompletedTask);

    private static async Task<IReadOnlyList<string>> FaultsAsync(TestStore store)
    {
        await using var db = store.Database.OpenReadOnly();
        var verified = await new Verification(db, checkpoint: null, CancellationToken.None).RunAsync();
        Assert.Equal(0, verified.NotCompared);
        return [.. verified.Faults, .. await store.Database.DamageAsync()];
    }
}
