using System.Net;
using System.Text.Json;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Users;

public sealed class CreateUserTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_user_is_given_back_as_it_was_sent()
    {
        var made = await host.Api.PostAsync(
            "/users",
            new { name = "Zoë Ärmel", displayName = "Zoë of the desk", email = "zoë@desk.example", role = "admin", alsoEditor = true });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(made.Text, (await host.Api.GetAsync($"/users/{made.Id}")).Text);
        var user = made.Json.AsObject();
        Assert.Equal("admin (configured)", (string?)user["createdBy"]);
        user.Remove("removedAt");
        Wire.HasNoDefaults(user);
    }

    [Theory]
    [InlineData("""{"role":"reader"}""", "name")]
    [InlineData("""{"name":" ","role":"reader"}""", "name")]
    [InlineData("""{"name":"A"}""", "role")]
    [InlineData("""{"name":"A","role":"public"}""", "role")]
    [InlineData("""{"name":"A","role":"boss"}""", "role")]
    [InlineData("""{"name":"A","role":"editor","alsoEditor":true}""", "alsoEditor")]
    [InlineData("""{"name":"A","role":"editor","email":"nobody"}""", "email")]
    public async Task What_is_wrong_with_a_user_is_said_of_its_field(string body, string field) =>
        await host.RefusesAsync(Refusals.Request(HttpMethod.Post, "/api/v1/users", body), HttpStatusCode.BadRequest, field);

    [Theory]
    [InlineData("system")]
    [InlineData("Operator")]
    [InlineData("PUBLIC")]
    [InlineData("nobody")]
    [InlineData("Me")]
    [InlineData("none")]
    [InlineData(" Admin   (Configured) ")]
    [InlineData("\u200b\u200bsystem")]
    [InlineData("s\u00adystem")]
    [InlineData("ｏｐｅｒａｔｏｒ")]
    [InlineData("operator\u200d")]
    [InlineData("\u0455ystem")]
    [InlineData("SYSTE\u041c")]
    [InlineData("\u03bfperator")]
    public async Task A_name_that_the_history_means_another_by_is_given_to_no_user(string name)
    {
        var answer = await host.RefusesAsync(
            Refusals.Request(HttpMethod.Post, "/api/v1/users", JsonSerializer.Serialize(new { name, role = "reader" })),
            HttpStatusCode.BadRequest, "name");

        Assert.Contains(
            "must not be one of system, operator, public, nobody, admin (configured), me, none",
            answer.Error("name"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Noor Haddad", "noor  HADDAD")]
    [InlineData("E2", "E2\u200b")]
    [InlineData("E3\u200b", "Ｅ３")]
    [InlineData("علی\u200cرضا", "علیرضا")]
    [InlineData("Zoe\u0308", "Zo\u200bë")]
    [InlineData("Paco Pe\u00f1a", "\u0420\u0430\u0441\u043e \u0420\u0435\u00f1\u0430")]
    [InlineData("Eva Cox", "\u0395v\u0430 C\u03bfx")]
    [InlineData("Tom Hope", "\u0422\u041eM \u041d\u041e\u0420\u0415")]
    [InlineData("\u0412\u043e\u0432", "\u0432\u043e\u0432")]
    [InlineData("Al Ito", "AI Ito")]
    [InlineData("Desk O1", "Desk 0l")]
    [InlineData("Ann O'Hara", "Ann O\u2019Hara")]
    [InlineData("Bea Lund", "Bea\u3164 Lu\ufe0fnd")]
    public async Task A_name_is_given_once_however_it_is_written(string name, string alike)
    {
        var made = await host.Api.PostAsync("/users", new { name, role = "checker" });
        var first = made.Id;
        Assert.Equal(name, (string?)made.Json["name"]);

        var second = await host.Api.PostAsync("/users", new { name = alike, role = "reader" });

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal($"/api/v1/users/{first}", (string?)second.Json["existing"]);
    }

    [Theory]
    [InlineData("Ian Roe", "Lan Roe")]
    [InlineData("Иван", "Ivan")]
    [InlineData("Rene", "René")]
    public async Task Names_that_can_be_told_apart_are_two(string name, string other)
    {
        await host.Api.GivenAsync("/users", new { name, role = "checker" });

        await host.Api.GivenAsync("/users", new { name = other, role = "reader" });
    }

    [Fact]
    public async Task What_a_user_does_is_recorded_under_the_name()
    {
        var api = await host.AsAsync("checker", "Ada Byron");

        var claim = await api.GivenClaimAsync("Ada said so.");

        Assert.Equal("Ada Byron", (await host.EventsAsync()).Single(e => e.Subject == $"claim/{claim}").Actor);
    }
}
