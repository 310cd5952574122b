using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Users;

/// <summary>Filters that take the name of a user.</summary>
public sealed class AskedUserTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_name_is_found_in_any_case_and_me_and_none_stand_for_the_caller_and_for_nobody()
    {
        var ada = await host.AsAsync("checker", "Ada Asks");
        var (hers, free) = (await host.Api.GivenClaimAsync("It is hers."), await host.Api.GivenClaimAsync("It is nobody's."));
        await host.Api.AssignAsync(hers, "Ada Asks");

        Assert.Equal([hers], (await ada.GetAsync("/claims?assignee=me")).Ids());
        Assert.Equal([hers], (await host.Api.GetAsync("/claims?assignee=%20ADA%20%20asks")).Ids());
        Assert.Empty((await host.Api.GetAsync("/claims?assignee=me")).Items);
        Assert.Contains(free, (await ada.GetAsync("/claims?assignee=none&limit=500")).Ids());
        Assert.DoesNotContain(hers, (await ada.GetAsync("/claims?assignee=none&limit=500")).Ids());
    }

    [Theory]
    [InlineData("Noor%20Hadad", "Noor Haddad, Nora Haddad")]
    [InlineData("haddad", "Noor Haddad, Nora Haddad")]
    [InlineData("Sorensen", "Bo Sørensen")]
    [InlineData("Zzzzzz", null)]
    public async Task A_name_that_nobody_has_is_refused_with_the_nearest_ones(string asked, string? near)
    {
        foreach (var name in (string[])["Noor Haddad", "Nora Haddad", "Bo Sørensen"])
        {
            await host.Api.PostAsync("/users", new { name, role = "checker" });
        }

        var answer = await host.Api.GetAsync($"/claims?assignee={asked}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            $"must be the name of a user, me or none; nobody is called {Uri.UnescapeDataString(asked)}"
            + (near is null ? "" : $". Near it: {near}"),
            answer.Error("assignee"));
    }

    [Fact]
    public async Task A_reader_who_may_not_list_the_people_is_not_told_their_names()
    {
        await host.AsAsync("checker", "Wanda Works");
        var reader = await host.AsAsync("reader", "Rita Reads");

        var answer = await reader.GetAsync("/claims?assignee=Wanda");

        Assert.Equal("must be the name of a user, me or none; nobody is called Wanda", answer.Error("assignee"));
    }

    [Fact]
    public async Task What_a_removed_user_did_is_still_found()
    {
        var gus = await host.AsAsync("checker", "Gus Asked");
        var comment = await gus.GivenAsync("/comments", new { subject = $"claim/{await host.Api.GivenClaimAsync()}", text = "Mine." });
        var user = (await host.Api.GetAsync("/users?limit=500")).Items.Single(static u => (string)u!["name"]! == "Gus Asked")!["id"];
        await host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/users/{user}"));

        Assert.Equal([comment], (await host.Api.GetAsync("/comments?author=Gus%20Asked")).Ids());
    }
}
