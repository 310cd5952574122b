using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Users;

/// <summary>A desk whose keys last 30 days at most.</summary>
public sealed class KeyLifeTests : IAsyncLifetime
{
    private const string Last = "2026-04-02T12:00:00Z";

    private readonly ApiHost _host = new(("Auth:KeyDays", "30"));
    private long _user;

    [Fact]
    public async Task A_key_that_is_to_last_for_ever_lasts_as_long_as_keys_may()
    {
        var made = await _host.Api.PostAsync($"/users/{_user}/keys", new { });
        var sooner = await _host.Api.PostAsync($"/users/{_user}/keys", new { expiresAt = "2026-03-05T12:00:00Z" });

        Assert.Equal((Last, "2026-03-05T12:00:00Z"), ((string?)made.Json["expiresAt"], (string?)sooner.Json["expiresAt"]));
        _host.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.With((string)made.Json["key"]!).GetAsync("/claims")).Status);
    }

    [Fact]
    public async Task A_key_that_is_to_last_longer_is_refused()
    {
        var answer = await _host.Api.PostAsync($"/users/{_user}/keys", new { expiresAt = "2026-04-02T12:00:01Z" });

        Assert.Equal(
            (HttpStatusCode.BadRequest, "must be at most 30 days from now: no key lasts longer here"),
            (answer.Status, answer.Error("expiresAt")));
        Assert.Equal(HttpStatusCode.Created, (await _host.Api.PostAsync($"/users/{_user}/keys", new { expiresAt = Last })).Status);
    }

    [Fact]
    public async Task A_key_that_lasted_for_ever_ends_once_it_is_rotated()
    {
        await _host.WritePastTheHistoryAsync("update api_keys set expires_at = null where user_id = @user", new { user = _user });
        var old = (await _host.Api.GetAsync($"/users/{_user}/keys")).Ids()[0];

        var fresh = await _host.Api.PostAsync($"/users/{_user}/keys/{old}/rotate", new { });

        Assert.Equal((HttpStatusCode.Created, Last), (fresh.Status, (string?)fresh.Json["expiresAt"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(KeyLife.MostDays + 1)]
    public async Task The_days_are_a_number_that_keys_can_last(int days)
    {
        await using var store = await TestEngine.Current.NewAsync();

        var refused = Assert.Throws<StartException>(() => store.Settings(ApiHost.Key, ("Auth:KeyDays", $"{days}")));

        Assert.Equal($"The setting Auth:KeyDays must be a whole number from 1 to {KeyLife.MostDays}, not '{days}'.", refused.Message);
        Assert.Equal(KeyLife.MostDays, store.Settings(ApiHost.Key, ("Auth:KeyDays", $"{KeyLife.MostDays}")).KeyLife.Days);
    }

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        if (TestEngine.Current.Missing is null)
        {
            _user = await _host.Api.GivenAsync("/users", new { name = "Ines Holm", role = "reader" });
            await _host.Api.PostAsync($"/users/{_user}/keys", new { label = "first" });
        }
    }

    public Task DisposeAsync() => _host.DisposeAsync();
}
