using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Users;

public sealed class EditUserTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_new_role_holds_from_the_next_request_on()
    {
        var api = await host.AsAsync("reader", "Promoted");
        var user = (await host.Api.GetAsync("/users?limit=500")).Items.Last()!["id"]!.GetValue<long>();
        Assert.Equal(HttpStatusCode.Forbidden, (await api.PostAsync("/claims", new { text = "Not yet." })).Status);

        var edited = await host.Api.PatchAsync($"/users/{user}", new { role = "checker" });

        Assert.Equal((HttpStatusCode.OK, "checker"), (edited.Status, (string?)edited.Json["role"]));
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync("/claims", new { text = "Now." })).Status);
    }

    [Fact]
    public async Task A_name_is_never_changed()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Kept", role = "reader" });

        var answer = await host.Api.PatchAsync($"/users/{user}", new { name = "Lost" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("history", answer.Error("name")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_name_that_no_other_is_given_is_edited_as_any_user()
    {
        var edited = await host.Api.PatchAsync("/users/1", new { email = "desk@desk.example" });

        Assert.Equal((HttpStatusCode.OK, "admin (configured)"), (edited.Status, (string?)edited.Json["name"]));
    }

    [Fact]
    public async Task The_last_admin_stays()
    {
        Assert.Equal(HttpStatusCode.Conflict, (await host.Api.PatchAsync("/users/1", new { role = "reader", alsoEditor = false })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await host.Api.DeleteAsync("/users/1")).Status);
        Assert.Equal("admin", (string?)(await host.Api.GetAsync("/users/1")).Json["role"]);
    }

    [Fact]
    public async Task The_last_admin_who_can_come_in_stays()
    {
        await host.Api.GivenAsync("/users", new { name = "Keyless", role = "admin" });
        var revoked = await host.Api.GivenAsync("/users", new { name = "Of a revoked key", role = "admin" });
        var key = await host.Api.GivenAsync($"/users/{revoked}/keys", new { });
        await host.Api.DeleteAsync($"/users/{revoked}/keys/{key}");
        var expired = await host.Api.GivenAsync("/users", new { name = "Of an expired key", role = "admin" });
        await host.Api.GivenAsync($"/users/{expired}/keys", new { expiresAt = host.Time.GetUtcNow().AddHours(1) });
        host.Time.Advance(TimeSpan.FromHours(1));

        var demoted = await host.Api.PatchAsync("/users/1", new { role = "reader", alsoEditor = false });

        Assert.Equal(HttpStatusCode.Conflict, demoted.Status);
        Assert.Contains("key", (string?)demoted.Json["detail"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await host.Api.DeleteAsync("/users/1")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.Api.DeleteAsync($"/users/{expired}")).Status);
    }
}
