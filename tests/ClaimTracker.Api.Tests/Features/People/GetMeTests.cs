using System.Net;
using ClaimTracker.Api.Tests.Domain.Access;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.People;

public sealed class GetMeTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>
{
    [Theory]
    [InlineData("reader", "read_published, read")]
    [InlineData("checker", "read_published, read, read_drafts, write, edit_draft")]
    [InlineData("editor", "read_published, read, read_drafts, write, edit_draft, publish")]
    [InlineData("admin", "read_published, read, read_drafts, administer")]
    public async Task Each_role_is_told_who_it_is_and_what_it_may_do(string role, string permissions)
    {
        var answer = await desk.As(role).GetAsync("/me");

        var user = (await desk.Host.Api.GetAsync("/users?limit=500")).Items.Single(u => (string)u!["name"]! == $"The {role}")!;
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Wire.Same(
            new
            {
                id = (long)user["id"]!,
                name = $"The {role}",
                displayName = (string?)null,
                role,
                alsoEditor = false,
                permissions = permissions.Split(", "),
            },
            answer.Json);
    }

    [Fact]
    public async Task An_admin_who_is_also_an_editor_may_do_all()
    {
        var me = (await desk.Host.Api.GetAsync("/me")).Json;

        Assert.True((bool)me["alsoEditor"]!);
        Assert.Equal(Enum.GetValues<Permission>().Length, me["permissions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Nobody_is_told_who_they_are_without_a_key_not_even_where_the_public_may_read()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.As("public").GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Host.With("ct_1_wrong").GetAsync("/me")).Status);
    }
}
