using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.Data;

public sealed class MigrationsTests : IAsyncLifetime
{
    private TestStore _store = null!;

    private static IReadOnlyList<string> Known => Migrations.Known(TestEngine.Current is SqliteTestEngine ? Migrations.Sqlite : Migrations.Postgres);

    [Fact]
    public async Task A_new_database_gets_every_migration_in_order()
    {
        var ran = await _store.Database.MigrateAsync();

        Assert.NotEmpty(ran);
        Assert.Equal(Known, ran);
        Assert.Equal("Truth", _store.Ask("select name from rating_scales"));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await _store.Database.MigrateAsync();
        _store.Ask("insert into users (name, name_key, role, created_by, created_at) values ('kept', 'kept', 'reader', 'system', '2026-01-01T00:00:00.000000Z')");

        Assert.Empty(await _store.Database.MigrateAsync());

        Assert.Equal("kept", _store.Ask("select name from users"));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await _store.Database.MigrateAsync();
        _store.Ask("insert into schemaversions (scriptname, applied) values ('9999_from_the_future.sql', '2030-01-01')");

        var refused = await Assert.ThrowsAsync<DatabaseException>(_store.Database.MigrateAsync);

        Assert.Contains("9999_from_the_future", refused.Message, StringComparison.Ordinal);
        Assert.Equal((Known.Count + 1).ToString(CultureInfo.InvariantCulture), _store.Ask("select count(*) from schemaversions"));
    }

    [Fact]
    public async Task A_script_that_fails_keeps_nothing_of_itself_and_all_of_those_before()
    {
        // Stands in the way of the last statements of the second script.
        _store.Ask("create view sentence_positions as select 1 as id");

        var failed = await Assert.ThrowsAsync<DatabaseException>(_store.Database.MigrateAsync);

        Assert.Contains(Known[1], failed.Message, StringComparison.Ordinal);
        Assert.Equal("1", _store.Ask("select count(*) from schemaversions"));
        Assert.False(Has("articles"));
        Assert.True(Has("events"));

        _store.Ask("drop view sentence_positions");
        Assert.Equal(Known.Skip(1), await _store.Database.MigrateAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_key_of_the_version_before_users_goes_on_opening_everything()
    {
        const string Key = "ct_0123456789012345678901234567890123456789abc";
        _store.Ask("create view users as select 1 as id"); // Stands in the way of the script that makes the users.
        await Assert.ThrowsAsync<DatabaseException>(_store.Database.MigrateAsync);
        _store.Ask($"insert into api_keys (name, secret_sha256, created_at) values ('admin', '{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))}', '2026-01-01T00:00:00.000000Z')");
        _store.Ask("drop view users");

        await using var app = await Service.StartAsync(_store.Settings(ApiHost.Key), demo: false, TimeProvider.System);

        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/users/1/keys/1")).StatusCode);
        Assert.Equal("admin:first start", _store.Ask("select u.role || ':' || k.label from users u join api_keys k on k.user_id = u.id where u.id = 1 and u.also_editor"));
    }

    [Fact]
    public void Every_migration_is_there_for_both_engines_under_one_name() =>
        Assert.Equal(Names(Migrations.Sqlite), Names(Migrations.Postgres), StringComparer.Ordinal);

    public async Task InitializeAsync() => _store = TestEngine.Current.Missing is null ? await TestEngine.Current.NewAsync(migrated: false) : null!;

    public async Task DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    private static IEnumerable<string> Names(string folder) => Migrations.Known(folder).Select(name => name[folder.Length..]);

    private bool Has(string table)
    {
        try
        {
            return _store.Ask($"select count(*) from {table}") is not null;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
