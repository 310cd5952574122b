using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

/// <summary>What is no whole archive is refused as a whole, and the instance stays empty.</summary>
public sealed class ArchiveRefusalTests(ArchiveRefusalTests.Desk desk) : IClassFixture<ArchiveRefusalTests.Desk>
{
    [Fact]
    public async Task An_archive_that_was_cut_off_is_refused_wherever_it_was_cut()
    {
        var lines = Archives.LinesOf(desk.Archive);
        for (var cut = 1; cut < desk.Archive.Length; cut += desk.Archive.Length / 25)
        {
            Assert.Contains("cut off", await RefusalAsync(desk.Archive[..cut]), StringComparison.Ordinal);
        }

        Assert.Contains("SHA-256 is missing", await RefusalAsync(string.Join('\n', lines) + "\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_byte_is_found_wherever_it_is()
    {
        for (var at = 700; at < desk.Archive.Length - 2; at += desk.Archive.Length / 25)
        {
            var changed = desk.Archive[..at] + (desk.Archive[at] == '7' ? '8' : '7') + desk.Archive[(at + 1)..];
            if (changed != desk.Archive)
            {
                Assert.NotEmpty(await RefusalAsync(changed));
            }
        }
    }

    [Fact]
    public async Task Rows_that_the_history_does_not_vouch_for_are_refused_even_with_a_right_sum()
    {
        var lines = Archives.LinesOf(desk.Archive);
        var at = lines.FindIndex(static line => line.StartsWith("{\"table\":\"claims\"", StringComparison.Ordinal));

        lines[at] = lines[at].Replace("48 million", "49 million", StringComparison.Ordinal);

        Assert.Contains("claim/1 is not in the tables", await RefusalAsync(Archives.Sealed(lines)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"text_key\"", "\"of_no_column\"", "claims has no column of_no_column.")]
    [InlineData("{\"table\":\"claims\"", "{\"table\":\"of_no_table\"", "1 rows of claims, and the archive 0.")]
    [InlineData("\"id\":1,", "\"id\":\"one\",", "The database refuses this row of claims, or one before it.")]
    [InlineData("\"id\":1,", "\"id\":[1],", "It is neither a text nor a number.")]
    [InlineData(",\"row\":{", ",\"now\":{", "It is no row of a table.")]
    public async Task A_row_that_the_tables_cannot_hold_is_named_by_its_line(string old, string changed, string refusal)
    {
        var lines = Archives.LinesOf(desk.Archive);
        var at = lines.FindIndex(static line => line.StartsWith("{\"table\":\"claims\"", StringComparison.Ordinal));
        lines[at] = lines[at].Replace(old, changed, StringComparison.Ordinal);

        var problem = await ProblemAsync(Archives.Sealed(lines));

        Assert.Contains(refusal, (string)problem["text"]!, StringComparison.Ordinal);
        Assert.Equal(refusal.Contains("archive", StringComparison.Ordinal) ? 1 : at + 1, (int)problem["line"]!);
    }

    [Theory]
    [InlineData("\"schema\":\"00", "\"schema\":\"99", "newer version")]
    [InlineData("\"application\":\"Claim", "\"application\":\"Other", "another program")]
    [InlineData("\"seq\":", "\"seq\":1", "which it is not")]
    [InlineData("\"manifest\"", "\"manifold\"", "no manifest")]
    public async Task A_manifest_of_something_else_is_refused(string old, string changed, string refusal)
    {
        var lines = Archives.LinesOf(desk.Archive);
        lines[0] = lines[0].Replace(old, changed, StringComparison.Ordinal);

        var problem = await ProblemAsync(Archives.Sealed(lines));

        Assert.Contains(refusal, (string)problem["text"]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)problem["line"]!);
    }

    [Fact]
    public async Task What_was_published_alone_makes_no_instance() =>
        Assert.Contains("only what was published", await RefusalAsync(desk.PublicArchive), StringComparison.Ordinal);

    [Fact]
    public async Task A_dry_run_says_what_there_is_and_keeps_nothing()
    {
        var import = await desk.Host.Api.ImportAsync(desk.Archive, "format=archive&dryRun=true");

        Assert.Equal("done", (string?)import["state"]);
        Assert.True((int)import["counts"]!["made"]! > 10);
        Assert.Equal("{\"items\":[],\"next\":null}", (await desk.Host.Api.GetAsync("/claims")).Text);
    }

    [Fact]
    public async Task An_archive_is_for_admins()
    {
        await using var store = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(store, async api =>
        {
            var user = await api.GivenAsync("/users", new { name = "Noor Haddad", role = "editor" });
            var key = (string)(await api.PostAsync($"/users/{user}/keys", new { label = "test" })).Json["key"]!;
            using var http = new HttpClient { BaseAddress = api.Http.BaseAddress };
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
            var editor = new ApiDriver(http);
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync("/exports/archive.jsonl")).Status);
            var answer = await editor.SendTextAsync(HttpMethod.Post, "/imports?format=archive", desk.Archive, "application/jsonl");
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            var import = await api.ImportAsync(desk.Archive, "format=archive");
            Assert.Equal("refused", (string?)import["state"]);
            Assert.Contains("it has 2 users", (string?)import["problem"]!["text"], StringComparison.Ordinal);
            return "";
        });
    }

    [Fact]
    public async Task An_instance_that_somebody_has_worked_in_is_not_replaced()
    {
        await using var store = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(store, async api =>
        {
            var claim = await api.GivenClaimAsync();
            Assert.Contains("it has claims", await RefusalAsync(api, desk.Archive), StringComparison.Ordinal);
            await api.DeleteAsync($"/claims/{claim}");
            Assert.Contains("claim.created", await RefusalAsync(api, desk.Archive), StringComparison.Ordinal);
            return "";
        });
    }

    private async Task<string> RefusalAsync(string archive) => (string)(await ProblemAsync(archive))["text"]!;

    private static async Task<string> RefusalAsync(ApiDriver api, string archive)
    {
        var import = await api.ImportAsync(archive, "format=archive");
        Assert.Equal("refused", (string?)import["state"]);
        return (string)import["problem"]!["text"]!;
    }

    private async Task<JsonNode> ProblemAsync(string archive)
    {
        var import = await desk.Host.Api.ImportAsync(archive, "format=archive");
        Assert.Equal("refused", (string?)import["state"]);
        Assert.Equal(0, (int)import["counts"]!["made"]!);
        Assert.Equal("{\"items\":[],\"next\":null}", (await desk.Host.Api.GetAsync("/claims")).Text);
        return import["problem"]!;
    }

    /// <summary>An archive of a small desk, and an empty one.</summary>
    public sealed class Desk : IAsyncLifetime
    {
        public ApiHost Host { get; } = new();

        public string Archive { get; private set; } = "";

        public string PublicArchive { get; private set; } = "";

        public async Task InitializeAsync()
        {
            if (TestEngine.Current.Missing is null)
            {
                await using var store = await TestEngine.Current.NewAsync();
                await Newsroom.OnAsync(store, async api =>
                {
                    await api.GivenEvidenceAsync(await api.GivenClaimAsync());
                    Archive = await Archives.ExportAsync(api);
                    return PublicArchive = await Archives.ExportAsync(api, isPublic: true);
                });
            }

            await Host.InitializeAsync();
        }

        public Task DisposeAsync() => Host.DisposeAsync();
    }
}
