using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.People;

public sealed class EditMeTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_reader_chooses_the_name_that_is_shown_and_keeps_the_one_of_the_history()
    {
        var api = await host.AsAsync("reader", "R. Reads");

        var answer = await api.PatchAsync("/me", new { displayName = "Rita Reads" });

        Assert.Equal((HttpStatusCode.OK, "R. Reads"), (answer.Status, (string)answer.Json["name"]!));
        Assert.Equal(("Rita Reads", answer.ETag), ((string)answer.Json["displayName"]!, (await api.GetAsync("/me")).ETag));
        var user = await host.Api.GetAsync($"/users/{answer.Id}");
        Assert.Equal("Rita Reads", (string)user.Json["displayName"]!);
        Assert.Equal("Rita Reads", (string)(await host.Api.GetAsync("/people?q=rita")).Items.Single()!["displayName"]!);
        Assert.Equal(["user.created", "user.edited"], await host.KindsAsync($"user/{answer.Id}"));
        Assert.Equal("R. Reads", (string)(await host.Api.GetAsync($"/history?subject=user/{answer.Id}&limit=1")).Items[0]!["actor"]!);

        var cleared = await api.PatchAsync("/me", new { displayName = (string?)null });
        Assert.Null((string?)cleared.Json["displayName"]);
    }

    [Theory]
    [InlineData("""{"displayName": " "}""", "displayName")]
    [InlineData("""{"displayName": "System"}""", "displayName")]
    [InlineData("""{"displayName": "NONE"}""", "displayName")]
    [InlineData("""{"name": "Another"}""", "name")]
    [InlineData("""{"role": "admin"}""", "role")]
    public async Task Nothing_else_can_be_changed_and_no_name_that_means_another(string patch, string field) =>
        await host.RefusesAsync(Refusals.Request(HttpMethod.Patch, "/api/v1/me", patch), HttpStatusCode.BadRequest, field);

    [Theory]
    [InlineData("Wanda Works")]
    [InlineData("wanda  WORKS")]
    [InlineData("W\u0430nda Works")]
    [InlineData("Wanda of the desk")]
    public async Task Nobody_is_shown_by_the_name_of_another(string displayName)
    {
        await host.Api.PostAsync("/users", new { name = "Wanda Works", displayName = "Wanda of the desk", role = "editor" });
        var api = await host.AsAsync("checker", $"Not Wanda {displayName.Length} {(int)displayName[1]} {displayName[0]}");

        var recorded = await host.RecordedByAsync(async () =>
            Assert.Equal(HttpStatusCode.Conflict, (await api.PatchAsync("/me", new { displayName })).Status));

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task An_admin_gives_the_name_too_and_may_leave_it_as_it_is()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Given", role = "reader" });

        var given = await host.Api.PatchAsync($"/users/{user}", new { displayName = "Given by an admin" });
        var again = await host.Api.PatchAsync($"/users/{user}", new { email = "given@desk.example" });

        Assert.Equal("Given by an admin", (string)given.Json["displayName"]!);
        Assert.Equal((HttpStatusCode.OK, "Given by an admin"), (again.Status, (string)again.Json["displayName"]!));
    }

    [Fact]
    public async Task A_stale_edit_is_refused()
    {
        var api = await host.AsAsync("checker", "Edits twice");
        var old = (await api.GetAsync("/me")).ETag;
        await api.PatchAsync("/me", new { displayName = "Once" });

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.PatchAsync("/me", new { displayName = "Twice" }, old)).Status);
    }
}
