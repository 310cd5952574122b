using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>The sign-in of a newsroom, on a port of this machine: it publishes its keys, and signs what it is told to.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "claimtracker";

    // Shared by all issuers: a key takes longer to make than most tests to run.
    private static readonly RsaSecurityKey FirstRsa = NewRsa("rsa-1");

    private readonly Dictionary<string, AsymmetricSecurityKey> _published = new(StringComparer.Ordinal);
    private WebApplication? _app;

    public string Address { get; private set; } = "http://127.0.0.1:0";

    /// <summary>How often somebody asked for its keys.</summary>
    public int Fetches { get; private set; }

    /// <summary>Where it says that its keys are, if not where they are.</summary>
    public string? KeysElsewhere { get; set; }

    public RsaSecurityKey Rsa { get; private set; } = FirstRsa;

    public ECDsaSecurityKey Ec { get; } = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "ec-1" };

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        issuer._published[issuer.Rsa.KeyId] = issuer.Rsa;
        issuer._published[issuer.Ec.KeyId] = issuer.Ec;
        await issuer.OpenAsync();
        return issuer;
    }

    public static RsaSecurityKey NewRsa(string id) => new(RSA.Create(2048)) { KeyId = id };

    /// <summary>Answers, on the port that it had before.</summary>
    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        _app = builder.Build();
        _app.MapGet(
            "/.well-known/openid-configuration",
            () => Results.Json(new { issuer = Address, jwks_uri = KeysElsewhere ?? Address + "/keys" }));
        _app.MapGet("/keys", () =>
        {
            Fetches++;
            return Results.Text(new JsonObject { ["keys"] = new JsonArray([.. _published.Values.Select(Public)]) }.ToJsonString());
        });
        await _app.StartAsync();
        Address = _app.Urls.First();
    }

    public async Task CloseAsync()
    {
        await _app!.DisposeAsync();
        _app = null;
    }

    /// <summary>Signs with a new key from now on, and publishes the old one no more.</summary>
    public void Rotate(string id)
    {
        _published.Remove(Rsa.KeyId);
        Rsa = NewRsa(id);
        _published[id] = Rsa;
    }

    /// <summary>The claims of a token that is as it must be.</summary>
    public JsonObject Claims(DateTimeOffset now, string subject = "u-1", params string[] roles) => new()
    {
        ["iss"] = Address,
        ["aud"] = Audience,
        ["sub"] = subject,
        ["iat"] = now.ToUnixTimeSeconds(),
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
        ["name"] = "Ines Holm",
        ["roles"] = new JsonArray([.. roles.Select(static role => JsonValue.Create(role))]),
    };

    public string Sign(JsonObject claims) => Sign(claims, Rsa, SecurityAlgorithms.RsaSha256);

    public static string Sign(JsonObject claims, SecurityKey key, string algorithm) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            claims.ToJsonString(),
            new SigningCredentials(key, algorithm)
            {
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            });

    /// <summary>A token whose header anybody could write, without a signature.</summary>
    public static string Unsigned(JsonObject claims, string algorithm) =>
        $"{Encode(new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" })}.{Encode(claims)}.";

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await CloseAsync();
        }
    }

    private static string Encode(JsonObject part) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(part));

    private static JsonNode Public(AsymmetricSecurityKey key)
    {
        if (key is RsaSecurityKey rsa)
        {
            var parameters = rsa.Rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            };
        }

        var point = ((ECDsaSecurityKey)key).ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["x"] = Base64UrlEncoder.Encode(point.X),
            ["y"] = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
