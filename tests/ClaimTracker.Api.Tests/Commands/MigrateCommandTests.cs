using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>Databases of earlier versions.</summary>
public sealed class MigrateCommandTests
{
    [Fact]
    public async Task A_key_of_the_version_before_users_goes_on_opening_everything()
    {
        const string Key = "ct_0123456789012345678901234567890123456789abc";
        await using var store = await TestEngine.Current.NewAsync(migrated: false);
        store.Ask("create view users as select 1 as id"); // Makes the script fail that creates the users.
        await Assert.ThrowsAsync<DatabaseException>(store.Database.MigrateAsync);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));
        store.Ask($"insert into api_keys (name, secret_sha256, created_at) values ('admin', '{hash}', '2026-01-01T00:00:00.000000Z')");
        store.Ask("drop view users");

        await using var app = await Service.StartAsync(store.Settings(ApiHost.Key), demo: false, TimeProvider.System);

        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/users/1/keys/1")).StatusCode);
        Assert.Equal(
            "admin:first start",
            store.Ask("select u.role || ':' || k.label from users u join api_keys k on k.user_id = u.id where u.id = 1 and u.also_editor"));
    }
}
