using System.Net;
using System.Net.Http.Headers;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Users;

/// <summary>What a start makes of the key in the settings, by what became of it since the last one.</summary>
public sealed class FirstKeysTests : IAsyncLifetime
{
    private const string Other = "another-key-that-only-these-few-quick-tests-judge";

    private TestStore _store = null!;

    [Fact]
    public async Task The_same_key_again_changes_nothing()
    {
        await StartAsync(ApiHost.Key, static _ => Task.CompletedTask);
        var events = _store.Ask("select count(*) from events");

        await StartAsync(ApiHost.Key, static async api => Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/users")).Status));

        Assert.Equal(events, _store.Ask("select count(*) from events"));
    }

    [Fact]
    public async Task A_revoked_key_does_not_come_alive_by_a_restart()
    {
        await StartAsync(
            ApiHost.Key, static async api => Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync("/users/1/keys/1")).Status));

        var (exit, _, error) = await ServiceProcess.RunAsync(_store, ApiHost.Key, "--urls", "http://127.0.0.1:0");

        Assert.Equal((1, "The key of the setting Auth:AdminKey was revoked: choose another."), (exit, error.TrimEnd()));
        await StartAsync(Other, static async api => Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/users")).Status));
    }

    [Fact]
    public async Task A_key_that_another_took_the_place_of_is_not_taken_again()
    {
        await StartAsync(ApiHost.Key, static _ => Task.CompletedTask);
        await StartAsync(Other, static _ => Task.CompletedTask);

        Assert.Contains("was revoked", await RefusedAsync(ApiHost.Key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_rotated_is_refused_when_its_overlap_is_over()
    {
        await StartAsync(
            ApiHost.Key, static async api =>
                Assert.Equal(HttpStatusCode.Created, (await api.PostAsync("/users/1/keys/1/rotate", new { overlapHours = 0 })).Status));

        Assert.Equal("The key of the setting Auth:AdminKey has expired: choose another.", await RefusedAsync(ApiHost.Key));
    }

    [Fact]
    public async Task A_key_of_another_user_is_refused()
    {
        await StartAsync(ApiHost.Key, static api => api.GivenAsync("/users", new { name = "Ines Holm", role = "reader" }));
        // As a database of an earlier version may have it, where keys were hashed as this one is.
        _store.Ask("update api_keys set user_id = 2");

        Assert.Equal("The key of the setting Auth:AdminKey belongs to Ines Holm: choose another.", await RefusedAsync(ApiHost.Key));
    }

    [Fact]
    public async Task A_key_of_the_form_of_the_service_s_own_is_refused_since_it_would_open_nothing() =>
        Assert.Contains("must not look like a generated key", await RefusedAsync($"ct_7_{new string('s', 43)}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_removed_user_comes_back_with_a_new_key_and_not_with_the_old_one()
    {
        await StartAsync(ApiHost.Key, static async api =>
        {
            var ines = await api.GivenAsync("/users", new { name = "Ines Holm", role = "admin" });
            await api.GivenAsync($"/users/{ines}/keys", new { });
            Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync("/users/1")).Status);
        });

        Assert.Contains("was revoked", await RefusedAsync(ApiHost.Key), StringComparison.Ordinal);
        await StartAsync(Other, async api =>
        {
            var user = (await api.GetAsync("/users/1")).Json;
            Assert.Equal(
                ("admin (configured)", "admin", true, null),
                ((string?)user["name"], (string?)user["role"], (bool)user["alsoEditor"]!, (string?)user["removedAt"]));
            Assert.Equal(HttpStatusCode.Created, (await api.PostAsync("/claims", new { text = "It rained." })).Status);
            api.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiHost.Key);
            Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/users/1")).Status);
        });
        Assert.Equal(0, (await ServiceProcess.RunAsync(_store, adminKey: null, "verify")).Exit);
    }

    [Fact]
    public async Task The_keys_that_a_start_makes_and_ends_stand_in_its_log_and_no_key_does()
    {
        var logs = new List<string>();
        foreach (var key in new[] { null, ApiHost.Key, ApiHost.Key, Other })
        {
            using var service = await ServiceProcess.ServeAsync(_store, new Dictionary<string, string>(StringComparer.Ordinal), key);
            await service.StopAsync();
            logs.Add(await service.LogAsync());
            Assert.DoesNotContain(key ?? service.PrintedKey!, logs[^1], StringComparison.Ordinal);
        }

        Assert.Equal(
            [
                "user_created 1", "key_created 1 of 1", "|", "user_created 2", "key_created 2 of 2", "|", "|", "key_revoked 2 of 2",
                "key_created 3 of 2", "|",
            ],
            logs.SelectMany(static log => ServiceProcess.Lines(log, "user_created", "key_created", "key_revoked")
                .Select(static line => $"{line["event"]} {(line["keyId"] is { } key ? $"{key} of " : "")}{line["userId"]}").Append("|")),
            StringComparer.Ordinal);
    }

    public async Task InitializeAsync() => _store = TestEngine.Current.Missing is null ? await TestEngine.Current.NewAsync() : null!;

    public async Task DisposeAsync() => await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);

    private async Task StartAsync(string key, Func<ApiDriver, Task> work)
    {
        await using var app = await Service.StartAsync(_store.Settings(key), demo: false, TimeProvider.System);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        await work(new ApiDriver(http));
    }

    private async Task<string> RefusedAsync(string key) =>
        (await Assert.ThrowsAsync<StartException>(
            () => Service.StartAsync(_store.Settings(key), demo: false, TimeProvider.System))).Message;
}
