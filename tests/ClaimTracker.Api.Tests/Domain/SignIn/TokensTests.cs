using System.Net;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace ClaimTracker.Api.Tests.Domain.SignIn;

/// <summary>Tokens of a sign-in that runs on this machine and signs them itself.</summary>
public sealed class TokensTests : SignInDesk
{
    [Fact]
    public async Task A_token_of_the_issuer_opens_the_api_with_the_role_that_it_gives()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(Issuer.Sign(Claims("reader"))));
        Assert.Equal(HttpStatusCode.Forbidden, await WriteAsync(Issuer.Sign(Claims("reader"))));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(Issuer.Sign(Claims("checker"))));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(Issuer.Sign(Claims("reader", "editor"))));
        Assert.Equal(HttpStatusCode.Forbidden, await WriteAsync(Issuer.Sign(Claims("admin"))));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(Issuer.Sign(Claims("admin", "editor"))));

        // All these were one person, who is a user now.
        var user = Assert.Single((await Host.Api.GetAsync("/users")).Items, static user => (string?)user!["name"] == "Ines Holm")!;
        Assert.Equal("reader", (string?)user["role"]);
        var claim = await Host.Db.ReadAsync(
            static tx => tx.SingleAsync<string>("select actor from events where kind = 'claim.created' order by seq limit 1"),
            CancellationToken.None);
        Assert.Equal("Ines Holm", claim);
    }

    [Fact]
    public async Task Signatures_that_only_the_issuer_can_make_are_taken()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(Issuer.Sign(Claims("reader"))));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(TestIssuer.Sign(Claims("reader"), Issuer.Rsa, SecurityAlgorithms.RsaSsaPssSha256)));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(TestIssuer.Sign(Claims("reader"), Issuer.Ec, SecurityAlgorithms.EcdsaSha256)));
        Assert.Equal(
            HttpStatusCode.Unauthorized, await ReadAsync(TestIssuer.Sign(Claims("reader"), Issuer.Rsa, SecurityAlgorithms.RsaSha512)));
    }

    [Fact]
    public async Task A_token_that_somebody_else_signed_opens_nothing()
    {
        using var other = RSA.Create(2048);
        await RefusesAsync(
            TestIssuer.Sign(Claims("admin"), new RsaSecurityKey(other) { KeyId = Issuer.Rsa.KeyId }, SecurityAlgorithms.RsaSha256));
        await RefusesAsync(TestIssuer.Sign(Claims("admin"), TestIssuer.NewRsa("unknown"), SecurityAlgorithms.RsaSha256));
        await RefusesAsync(TestIssuer.Unsigned(Claims("admin"), "none"));
        await RefusesAsync(TestIssuer.Unsigned(Claims("admin"), "None"));

        // The public key as the secret of an HMAC: the classic confusion.
        foreach (var secret in new[]
        {
            Issuer.Rsa.Rsa.ExportSubjectPublicKeyInfo(),
            Encoding.ASCII.GetBytes(Issuer.Rsa.Rsa.ExportSubjectPublicKeyInfoPem()),
        })
        {
            await RefusesAsync(TestIssuer.Sign(
                Claims("admin"), new SymmetricSecurityKey(secret) { KeyId = Issuer.Rsa.KeyId }, SecurityAlgorithms.HmacSha256));
        }

        // The right signature on other words.
        var parts = Issuer.Sign(Claims("reader")).Split('.');
        await RefusesAsync($"{parts[0]}.{TestIssuer.Unsigned(Claims("admin"), "none").Split('.')[1]}.{parts[2]}");
        await RefusesAsync($"{parts[0]}.{parts[1]}.");
        await RefusesAsync($"{parts[0]}.{parts[1]}.!!!");
        await RefusesAsync("eyJ.eyJ.x");
    }

    [Theory]
    [InlineData("iss", "https://somebody-else.example")]
    [InlineData("iss", null)]
    [InlineData("aud", "another-service")]
    [InlineData("aud", null)]
    [InlineData("sub", null)]
    [InlineData("sub", " ")]
    [InlineData("exp", null)]
    public async Task A_token_that_says_otherwise_than_it_must_opens_nothing(string claim, string? value)
    {
        var claims = Claims("admin");
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        await RefusesAsync(Issuer.Sign(claims));
    }

    [Fact]
    public async Task A_token_counts_from_its_beginning_to_its_end_give_or_take_a_minute()
    {
        var token = Issuer.Sign(Claims("reader"));
        // Its last second, by a clock that is as late as it may be.
        Host.Time.Advance(TimeSpan.FromSeconds(600 + Limits.ClockSkewSeconds - 1));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(token));
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("expired", await RefusesAsync(token), StringComparison.Ordinal);

        var later = Claims("reader");
        later["nbf"] = Host.Time.GetUtcNow().AddSeconds(Limits.ClockSkewSeconds + 1).ToUnixTimeSeconds();
        token = Issuer.Sign(later);
        Assert.Contains("not valid yet", await RefusesAsync(token), StringComparison.Ordinal);
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(token));
    }

    [Fact]
    public async Task New_keys_of_the_issuer_are_taken_without_a_restart_and_old_ones_no_more()
    {
        var old = Issuer.Sign(Claims("reader"));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(old));

        Host.Time.Advance(TimeSpan.FromSeconds(30));
        Issuer.Rotate("rsa-2");

        Assert.Equal(HttpStatusCode.OK, await ReadAsync(Issuer.Sign(Claims("reader"))));
        await RefusesAsync(old);
        Assert.Equal(2, Issuer.Fetches);

        // Keys that are not there do not make the issuer's door swing.
        for (var i = 0; i < 20; i++)
        {
            await RefusesAsync(TestIssuer.Sign(Claims("admin"), TestIssuer.NewRsa("unknown"), SecurityAlgorithms.RsaSha256));
        }

        Assert.Equal(2, Issuer.Fetches);
    }

    [Fact]
    public async Task Without_the_issuer_tokens_wait_and_keys_go_on()
    {
        var token = Issuer.Sign(Claims("reader"));
        await Issuer.CloseAsync();

        var answer = await Host.With(token).GetAsync("/claims");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter?.Delta);
        await Host.AssertProblemAsync(answer, "/api/v1/claims");
        Assert.Equal(HttpStatusCode.OK, (await Host.Api.GetAsync("/claims")).Status);

        await Issuer.OpenAsync();
        Host.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(token));

        // Keys that are known go on for a while without it.
        await Issuer.CloseAsync();
        Host.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(Issuer.Sign(Claims("reader"))));
        Host.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadAsync(Issuer.Sign(Claims("reader"))));
    }

    [Fact]
    public async Task Keys_that_travel_in_the_open_are_not_taken()
    {
        Issuer.KeysElsewhere = "http://keys.example/keys";

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadAsync(Issuer.Sign(Claims("reader"))));
    }
}
