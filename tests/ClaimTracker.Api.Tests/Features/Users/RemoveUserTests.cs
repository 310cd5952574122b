using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Users;

public sealed class RemoveUserTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Whoever_is_taken_off_the_desk_opens_nothing_and_keeps_the_name()
    {
        var api = await host.AsAsync("editor", "Gone Tomorrow");
        var user = (await host.Api.GetAsync("/users?limit=500")).Items.Last()!["id"]!.GetValue<long>();

        var removed = await host.Api.SendAsync(HttpMethod.Delete, $"/users/{user}", "X-None", "1");

        Assert.Equal(HttpStatusCode.NoContent, removed.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/claims")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await host.Api.PostAsync("/users", new { name = "Gone tomorrow", role = "reader" })).Status);
        Assert.Equal("2026-03-03T12:00:00Z", (string?)(await host.Api.GetAsync($"/users/{user}")).Json["removedAt"]);
        Assert.Equal(["user.created", "user.removed"], await host.KindsAsync($"user/{user}"));
    }
}
