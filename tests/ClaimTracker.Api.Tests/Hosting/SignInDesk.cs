using System.Net;
using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>A desk whose people come with tokens of a sign-in: both run for one test.</summary>
public abstract class SignInDesk : IAsyncLifetime
{
    private protected TestIssuer Issuer { get; private set; } = null!;

    private protected ApiHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        Host = new ApiHost(("Auth:Oidc:Issuer", Issuer.Address), ("Auth:Oidc:Audience", TestIssuer.Audience));
        await Host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    private protected JsonObject Claims(params string[] roles) => Issuer.Claims(Host.Time.GetUtcNow(), "u-1", roles);

    private protected JsonObject Person(string subject, string? name, string? email = null, bool verified = false)
    {
        var claims = Issuer.Claims(Host.Time.GetUtcNow(), subject, "checker");
        claims["name"] = name;
        claims["email"] = email;
        claims["email_verified"] = verified;
        return claims;
    }

    private protected async Task<HttpStatusCode> ReadAsync(string token) => (await Host.With(token).GetAsync("/claims")).Status;

    private protected async Task<HttpStatusCode> WriteAsync(string token) =>
        (await Host.With(token).PostAsync("/claims", new { text = "It rained." })).Status;

    private protected async Task<string> RefusesAsync(string token)
    {
        var answer = await Host.With(token).GetAsync("/claims");
        Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{token} was answered with {answer.Status}: {answer.Text}");
        await Host.AssertProblemAsync(answer, "/api/v1/claims");
        return answer.Text;
    }
}
