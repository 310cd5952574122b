using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Users;

public sealed class KeyTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_key_is_shown_once_and_only_its_hash_is_stored()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Shown", role = "reader" });

        var made = await host.Api.PostAsync($"/users/{user}/keys", new { label = "laptop" });

        var key = (string)made.Json["key"]!;
        Assert.Matches($"^ct_{made.Id}_[A-Za-z0-9_-]{{43}}$", key);
        Assert.Equal(HttpStatusCode.OK, (await host.With(key).GetAsync("/claims")).Status);
        Assert.DoesNotContain(key[^43..], (await host.Api.GetAsync($"/users/{user}/keys")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await host.EventsAsync(), e => e.Body.Contains(key[^43..], StringComparison.Ordinal));
        Assert.Equal("2026-03-03", (string?)(await host.Api.GetAsync($"/users/{user}/keys/{made.Id}")).Json["lastUsedOn"]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_key_with_another_secret_or_another_number_opens_nothing(int shift)
    {
        var user = await host.Api.GivenAsync("/users", new { name = $"Shifted by {shift}", role = "reader" });
        var key = ((string)(await host.Api.PostAsync($"/users/{user}/keys", new { })).Json["key"]!).Split('_', 3);

        Assert.Equal(
            HttpStatusCode.Unauthorized, (await host.With($"ct_{long.Parse(key[1]) + shift}_{key[2]}").GetAsync("/claims")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.With($"ct_{key[1]}_{new string('A', 43)}").GetAsync("/claims")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.With(key[2]).GetAsync("/claims")).Status);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Revoked", role = "reader" });
        var key = await host.Api.PostAsync($"/users/{user}/keys", new { });

        await host.Api.DeleteAsync($"/users/{user}/keys/{key.Id}");

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.With((string)key.Json["key"]!).GetAsync("/claims")).Status);
        Assert.Equal(["key.created", "key.revoked"], await host.KindsAsync($"key/{key.Id}"));
    }

    [Fact]
    public async Task A_key_ends_when_it_was_made_to()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Ending", role = "reader" });
        var made = await host.Api.PostAsync($"/users/{user}/keys", new { expiresAt = host.Time.GetUtcNow().AddHours(1) });
        var api = host.With((string)made.Json["key"]!);
        var before = await api.GetAsync("/claims");

        host.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.Status, (await api.GetAsync("/claims")).Status));
        Assert.Equal(
            HttpStatusCode.BadRequest, (await host.Api.PostAsync($"/users/{user}/keys", new { expiresAt = host.Time.GetUtcNow() })).Status);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_revives_no_key_that_had_expired()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Of a clock set back", role = "checker" });
        var now = host.Time.GetUtcNow();
        var made = await host.Api.PostAsync($"/users/{user}/keys", new { expiresAt = now.AddHours(1) });
        var driver = host.With((string)made.Json["key"]!);
        host.Time.Advance(TimeSpan.FromHours(2));
        await host.Api.GivenClaimAsync(); // The history goes past the end of the key.
        Assert.Equal(HttpStatusCode.Unauthorized, (await driver.GetAsync("/claims")).Status);

        host.Time.AdjustTime(now);
        var after = await driver.GetAsync("/claims");
        host.Time.AdjustTime(now.AddHours(2));

        Assert.Equal(HttpStatusCode.Unauthorized, after.Status);
    }

    [Fact]
    public async Task A_rotated_key_goes_on_beside_the_new_one_until_the_overlap_is_over()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Rotated", role = "reader" });
        var old = await host.Api.PostAsync($"/users/{user}/keys", new { label = "bot", expiresAt = host.Time.GetUtcNow().AddDays(90) });

        var fresh = await host.Api.PostAsync($"/users/{user}/keys/{old.Id}/rotate", new { overlapHours = 2 });

        Assert.Equal("bot", (string?)fresh.Json["label"]);
        Assert.Equal((string?)old.Json["expiresAt"], (string?)fresh.Json["expiresAt"]);
        var (first, second) = (host.With((string)old.Json["key"]!), host.With((string)fresh.Json["key"]!));
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK), ((await first.GetAsync("/claims")).Status, (await second.GetAsync("/claims")).Status));
        host.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.OK),
            ((await first.GetAsync("/claims")).Status, (await second.GetAsync("/claims")).Status));
        Assert.Equal(HttpStatusCode.Conflict, (await host.Api.PostAsync($"/users/{user}/keys/{old.Id}/rotate", new { })).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    public async Task A_key_is_rotated_once_and_then_names_the_one_that_took_its_place(int? hours)
    {
        var user = await host.Api.GivenAsync("/users", new { name = $"Rotated twice {hours}", role = "reader" });
        var old = await host.Api.PostAsync(
            $"/users/{user}/keys", new { expiresAt = hours is null ? (DateTimeOffset?)null : host.Time.GetUtcNow().AddHours(hours.Value) });
        var fresh = await host.Api.PostAsync($"/users/{user}/keys/{old.Id}/rotate", new { });

        var again = await host.Api.PostAsync($"/users/{user}/keys/{old.Id}/rotate", new { });

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(
            $"Key {old.Id} was rotated: key {fresh.Id} took its place. Rotate that one, or make another.", (string?)again.Json["detail"]);
        Assert.Equal($"/api/v1/users/{user}/keys/{fresh.Id}", (string?)again.Json["existing"]);
        Assert.Equal(HttpStatusCode.Created, (await host.Api.PostAsync($"/users/{user}/keys/{fresh.Id}/rotate", new { })).Status);
        Assert.Equal(["key.created", "key.expires"], await host.KindsAsync($"key/{old.Id}"));
    }

    [Fact]
    public async Task A_key_that_was_revoked_while_the_body_was_on_its_way_writes_nothing()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "In flight", role = "checker" });
        var key = await host.Api.PostAsync($"/users/{user}/keys", new { });
        var body = new SlowBody("""{"text":"In flight."}""");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/claims") { Content = body };
        var sent = host.With((string)key.Json["key"]!).SendAsync(request);
        await body.Begun;

        await host.Api.DeleteAsync($"/users/{user}/keys/{key.Id}");
        body.Finish();

        // Where the key was looked up before it was revoked, the write looks again.
        Assert.Equal(HttpStatusCode.Unauthorized, (await sent).Status);
        Assert.Equal(0, await host.Api.CountAsync("/claims?q=in%20flight"));
    }
}
