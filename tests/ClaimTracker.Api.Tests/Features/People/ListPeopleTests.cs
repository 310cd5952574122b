using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.People;

public sealed class ListPeopleTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("q=noor", "Noor Haddad")]
    [InlineData("q=HADD", "Noor Haddad")]
    [InlineData("q=noor%20h", "Noor Haddad")]
    [InlineData("q=oor", "")]
    [InlineData("q=haddad%20noor", "")]
    [InlineData("q=cap", "Zoë Ärmel")]
    [InlineData("q=%C3%A4r&role=checker", "Zoë Ärmel")]
    [InlineData("q=%C3%A4r&role=editor", "")]
    [InlineData("q=gus", "")]
    public async Task People_are_found_by_the_beginnings_of_their_names_and_by_role(string query, string names)
    {
        await host.Api.PostAsync("/users", new { name = "Noor Haddad", role = "editor" });
        await host.Api.PostAsync("/users", new { name = "Zoë Ärmel", displayName = "The captain", role = "checker" });
        await host.Api.PostAsync("/users", new { name = "Gus Gone", role = "checker" });
        var gus = (await host.Api.GetAsync("/users?limit=500")).Items.Single(static u => (string)u!["name"]! == "Gus Gone")!["id"];
        await host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/users/{gus}"));

        var list = await host.Api.GetAsync("/people?" + query);

        Assert.Equal(names, string.Join(", ", list.Items.Select(static person => (string)person!["name"]!)));
        Assert.Equal(list.Items.Count, await host.Api.CountAsync("/people?" + query));
    }

    [Fact]
    public async Task A_checker_sees_names_and_roles_and_no_addresses_page_by_page()
    {
        await host.Api.PostAsync("/users", new { name = "Addressed", email = "hidden@desk.example", role = "reader" });
        var api = await host.AsAsync("checker", "Ada Looks");

        var list = await api.GetAsync("/people?limit=500");

        Assert.DoesNotContain("hidden@desk.example", list.Text, StringComparison.Ordinal);
        var person = list.Items.Single(static p => (string)p!["name"]! == "Addressed")!.AsObject();
        Assert.Equal(
            ["id", "name", "displayName", "role", "alsoEditor"], person.Select(static member => member.Key), StringComparer.Ordinal);
        Assert.Equal(list.Ids(), await api.WalkAsync("/people"));
    }

    [Theory]
    [InlineData("role=boss", "role")]
    [InlineData("q=", "q")]
    [InlineData("sort=name", "sort")]
    public async Task A_query_that_makes_no_list_is_refused(string query, string field)
    {
        var answer = await host.Api.GetAsync("/people?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }
}
