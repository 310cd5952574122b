using System.Globalization;
using System.Net.Http.Json;
using ClaimTracker.Api.Commands;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;
using ClaimTracker.Data.Copying;
using ClaimTracker.Seed;
using ClaimTracker.Seed.Loading;

namespace ClaimTracker.Api.Tests.Data;

public sealed class DatabaseCopyTests
{
    private static readonly TestEngine Sqlite = new SqliteTestEngine();

    [Fact]
    public async Task A_newsroom_goes_to_PostgreSQL_and_back_and_its_exports_stay_the_same_to_the_byte()
    {
        await using var first = await Sqlite.NewAsync();
        await using var between = await TestEngine.Current.NewAsync();
        await using var last = await Sqlite.NewAsync();
        var exports = await OnAsync(first, FillAsync);

        var there = await DatabaseCopy.RunAsync(first.Database, between.Database);
        var back = await DatabaseCopy.RunAsync(between.Database, last.Database);

        Assert.Equal(there, back);
        Assert.All(there, static table => Assert.True(table.Rows > 0, $"No row of {table.Name} was copied."));
        Assert.Equal(exports, await OnAsync(between, ExportAsync));
        Assert.Equal(exports, await OnAsync(last, ExportAsync));
    }

    [Fact]
    public async Task An_id_that_was_given_out_is_not_given_out_again_after_a_copy()
    {
        await using var first = await Sqlite.NewAsync();
        await using var between = await TestEngine.Current.NewAsync();
        await using var last = await Sqlite.NewAsync();
        await OnAsync(first, static async api =>
        {
            await api.GivenClaimAsync();
            var gone = await api.GivenClaimAsync("It is gone soon.");
            await api.DeleteAsync($"/claims/{gone}");
            return "";
        });

        await DatabaseCopy.RunAsync(first.Database, between.Database);
        await DatabaseCopy.RunAsync(between.Database, last.Database);

        Assert.Equal("3", await OnAsync(between, NextClaimAsync));
        Assert.Equal("3", await OnAsync(last, NextClaimAsync));
    }

    [Fact]
    public async Task A_database_that_has_anything_is_not_copied_into()
    {
        await using var first = await Sqlite.NewAsync();
        await using var second = await TestEngine.Current.NewAsync();
        await OnAsync(second, NextClaimAsync);

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => DatabaseCopy.RunAsync(first.Database, second.Database));

        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal("1", second.Ask("select count(*) from claims"));
    }

    [Fact]
    public async Task A_copy_that_goes_wrong_leaves_the_target_empty()
    {
        await using var first = await Sqlite.NewAsync();
        await using var second = await TestEngine.Current.NewAsync();
        await OnAsync(first, NextClaimAsync);
        second.Ask("alter table claims add constraint never check (text <> 'The harbour bridge cost 48 million dollars.')");

        await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() => DatabaseCopy.RunAsync(first.Database, second.Database));

        Assert.Equal("0", second.Ask("select count(*) from events"));
        Assert.Equal("6", second.Ask("select count(*) from ratings"));
    }

    [Fact]
    public async Task What_the_target_changes_on_its_way_in_is_noticed_and_not_kept()
    {
        await using var first = await Sqlite.NewAsync();
        await using var second = await TestEngine.Current.NewAsync();
        await OnAsync(first, NextClaimAsync);
        second.Ask("""
            create function meddle() returns trigger language plpgsql as $$ begin new.text := new.text || ' '; return new; end $$;
            create trigger meddles before insert on claims for each row execute function meddle();
            """);

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => DatabaseCopy.RunAsync(first.Database, second.Database));

        Assert.Contains("claims", refused.Message, StringComparison.Ordinal);
        Assert.Equal("0", second.Ask("select count(*) from events"));
    }

    private static async Task<string> OnAsync(TestStore store, Func<ApiDriver, Task<string>> work)
    {
        await using var app = await ServeCommand.StartAsync(store.Settings(ApiHost.Key), demo: false, TimeProvider.System);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", ApiHost.Key);
        return await work(new ApiDriver(http));
    }

    private static async Task<string> FillAsync(ApiDriver api)
    {
        var options = new SeedOptions(api.Http.BaseAddress!, ApiHost.Key, Articles: 5, Seed: 1);
        using var newsroom = new NewsroomApi(options.Server, options.Key);
        await new NewsroomLoader(newsroom, new SeedCounts()).LoadAsync(options, new ProgressLine(TextWriter.Null, rewrites: false, options.Articles), CancellationToken.None);
        await api.PutAsync("/articles/1/text", new { text = "Nothing is as it was." });
        var twice = new HttpRequestMessage(HttpMethod.Post, "/api/v1/claims") { Content = JsonContent.Create(new { text = "Sent twice." }) };
        twice.Headers.Add("Idempotency-Key", "copied too");
        await api.SendAsync(twice);
        return await ExportAsync(api);
    }

    private static async Task<string> ExportAsync(ApiDriver api) =>
        (await api.GetAsync("/exports/verdicts.csv")).Text + (await api.GetAsync("/exports/verdicts.jsonl?state=draft")).Text;

    private static async Task<string> NextClaimAsync(ApiDriver api) => (await api.GivenClaimAsync()).ToString(CultureInfo.InvariantCulture);
}
