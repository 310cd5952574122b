using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Domain.SignIn;

/// <summary>Who people are to the desk that come with tokens.</summary>
public sealed class TokenUsersTests : SignInDesk
{
    [Theory]
    [InlineData("[]")]
    [InlineData("""["public"]""")]
    [InlineData("""["Admin", "owner", 4, null]""")]
    [InlineData("""{"admin": true}""")]
    [InlineData("null")]
    public async Task Who_has_no_role_here_is_told_so(string roles)
    {
        var claims = Claims();
        claims["roles"] = JsonNode.Parse(roles);

        var answer = await Host.With(Issuer.Sign(claims)).GetAsync("/claims");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("no role", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_never_shared()
    {
        await Host.Api.GivenAsync("/users", new { name = "INES  HOLM", role = "reader" });
        var taken = Claims("checker");
        var reserved = Person("u-2", "System");
        var operators = Person("u-4", "operator");
        var first = Person("u-5", "Admin");
        var nameless = Person("u-3", name: null);
        var alike = Person("u-10", "Ines\u200b Holm");
        var hidden = Person("u-11", "\u200bnobody");
        foreach (var claims in new[] { taken, reserved, operators, first, nameless, alike, hidden })
        {
            Assert.Equal(HttpStatusCode.OK, await ReadAsync(Issuer.Sign(claims)));
        }

        var names = (await Host.Api.GetAsync("/users?limit=500")).Items.Select(static user => (string)user!["name"]!).ToList();
        Assert.Single(names, static name => name.StartsWith("Ines Holm (", StringComparison.Ordinal));
        Assert.Single(names, static name => name.StartsWith("System (", StringComparison.Ordinal));
        Assert.Single(names, static name => name.StartsWith("operator (", StringComparison.Ordinal));
        Assert.Single(names, static name => name.StartsWith("Admin (", StringComparison.Ordinal));
        Assert.Single(names, static name => name.StartsWith("Ines\u200b Holm (", StringComparison.Ordinal));
        Assert.Single(names, static name => name.StartsWith("\u200bnobody (", StringComparison.Ordinal));
        Assert.Contains("u-3", names, StringComparer.Ordinal);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task A_user_whom_an_admin_made_is_known_again_by_an_address_that_the_issuer_has_verified()
    {
        var ada = await Host.Api.GivenAsync("/users", new { name = "Ada", role = "reader", email = "ada@desk.example" });
        var unverified = Person("u-7", "Not Ada", email: "ada@desk.example");
        var verified = Person("u-8", "Countess", email: "Ada@desk.example", verified: true);

        Assert.Equal(HttpStatusCode.Created, await WriteAsync(Issuer.Sign(unverified)));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(Issuer.Sign(verified)));

        Assert.Equal(["Not Ada", "Ada"], await Host.Db.ReadAsync(
            static tx => tx.ListAsync<string>("select actor from events where kind = 'claim.created' order by seq"),
            CancellationToken.None));

        // Once removed, no token brings them back.
        Assert.Equal(HttpStatusCode.NoContent, (await Host.Api.DeleteAsync($"/users/{ada}")).Status);
        Assert.Contains("has been removed", await RefusesAsync(Issuer.Sign(verified)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_with_a_token_is_told_the_role_of_the_token_and_keeps_the_name_that_is_shown()
    {
        var first = await Host.With(Issuer.Sign(Claims("checker"))).PatchAsync("/me", new { displayName = "The captain" });

        var later = (await Host.With(Issuer.Sign(Claims("editor"))).GetAsync("/me")).Json;

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(
            (first.Id, "editor", "The captain"), ((long)later["id"]!, (string)later["role"]!, (string)later["displayName"]!));
        Assert.Contains("publish", later["permissions"]!.AsArray().Select(static word => (string)word!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_admin_who_comes_with_a_token_lets_the_one_with_a_key_go()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(Issuer.Sign(Claims("admin"))));

        Assert.Equal(HttpStatusCode.OK, (await Host.Api.PatchAsync("/users/1", new { role = "reader", alsoEditor = false })).Status);
    }

    [Fact]
    public async Task Who_was_removed_before_coming_with_a_token_stays_so()
    {
        var bert = await Host.Api.GivenAsync("/users", new { name = "Bert", role = "reader", email = "bert@desk.example" });
        Assert.Equal(HttpStatusCode.NoContent, (await Host.Api.DeleteAsync($"/users/{bert}")).Status);

        await RefusesAsync(Issuer.Sign(Person("u-9", "Bert", email: "bert@desk.example", verified: true)));
    }

    [Fact]
    public async Task Who_comes_first_with_a_token_or_is_known_again_by_it_leaves_one_line_without_name_or_address()
    {
        await using var store = await TestEngine.Current.NewAsync();
        using var service = await ServiceProcess.ServeAsync(store, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Auth__Oidc__Issuer"] = Issuer.Address,
            ["Auth__Oidc__Audience"] = TestIssuer.Audience,
        });
        var ada = await service.Driver(ApiHost.Key).GivenAsync("/users", new { name = "Ada", role = "reader", email = "ada@desk.example" });
        foreach (var subject in new[] { "u-1", "u-8", "u-1", "u-8" })
        {
            var claims = Issuer.Claims(TimeProvider.System.GetUtcNow(), subject, "checker");
            claims["email"] = subject == "u-8" ? "ada@desk.example" : null;
            claims["email_verified"] = true;
            Assert.Equal(HttpStatusCode.OK, (await service.Driver(Issuer.Sign(claims)).GetAsync("/claims")).Status);
        }

        await service.StopAsync();
        var lines = ServiceProcess.Lines(await service.LogAsync(), "user_created", "user_linked");
        Assert.Equal(
            ["user_created admin (configured)", "user_created system", "user_linked system"],
            lines.Skip(1).Select(static line => $"{line["event"]} {line["actor"]}"), StringComparer.Ordinal);
        Assert.Equal(("checker", ada), ((string?)lines[2]["role"], (long)lines[3]["userId"]!));
        Assert.All(lines, static line => Assert.DoesNotContain("Ines", line.ToJsonString(), StringComparison.Ordinal));
        Assert.All(lines, static line => Assert.DoesNotContain("ada@", line.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task First_requests_that_come_at_once_make_one_user()
    {
        var token = Issuer.Sign(Claims("checker"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => WriteAsync(token)));

        Assert.All(answers, static status => Assert.Equal(HttpStatusCode.Created, status));
        Assert.Single(
            (await Host.Api.GetAsync("/users")).Items,
            static user => ((string)user!["name"]!).StartsWith("Ines", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_removed_while_a_request_is_on_its_way_writes_nothing()
    {
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(Issuer.Sign(Claims("checker"))));
        var id = (long)(await Host.Api.GetAsync("/users")).Items.Single(static user => (string?)user!["name"] == "Ines Holm")!["id"]!;
        var underway = new Caller(new Actor("Ines Holm", Role.Checker) { UserId = id }, Permission.Write);
        var changes = Host.Services.GetRequiredService<ChangeRunner>();
        Assert.Equal("Ines Holm", await changes.RunAsync(underway, static change => Task.FromResult(change.Actor.Name)));

        Assert.Equal(HttpStatusCode.NoContent, (await Host.Api.DeleteAsync($"/users/{id}")).Status);

        var refused = await Assert.ThrowsAsync<ProblemException>(
            () => changes.RunAsync(underway, static change => Task.FromResult(change.Actor.Name)));
        Assert.Equal(ProblemType.Unauthorized, refused.Type);
    }
}
