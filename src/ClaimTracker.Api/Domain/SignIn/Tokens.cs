using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimTracker.Api.Domain.SignIn;

/// <summary>Reads the tokens of the identity provider (JWT): signed by its keys, made out to this service, and valid now.</summary>
internal sealed class Tokens(TokenSettings settings, IssuerKeys keys, TimeProvider time)
{
    // Signatures that only the issuer can make: with HS256 whoever checks a token could make one, and none is none.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256,
    ];

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>
    /// Whether a bearer value has the form of a token: three parts, of which the first is a JSON object. Any other is a key.
    /// </summary>
    public static bool Is(string credential) => credential.StartsWith("eyJ", StringComparison.Ordinal) && credential.Count('.') == 2;

    /// <exception cref="ProblemException">401; or 503, where the keys of the issuer cannot be had.</exception>
    public async Task<TokenHolder> ReadAsync(string token)
    {
        var result = await ValidateAsync(token, renew: false);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            result = await ValidateAsync(token, renew: true);
        }

        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt || jwt.TryGetHeaderValue<object>("crit", out _))
        {
            throw Refused(result.Exception switch
            {
                SecurityTokenExpiredException => "This token has expired: sign in again.",
                SecurityTokenNotYetValidException => "This token is not valid yet.",
                _ => "This token is not valid here.",
            });
        }

        using var claims = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(jwt.EncodedPayload));
        return TokenHolder.Of(claims.RootElement, settings) ?? throw Refused("This token does not say whose it is.");
    }

    private static ProblemException Refused(string detail) => new(ProblemType.Unauthorized, detail);

    private async Task<TokenValidationResult> ValidateAsync(string token, bool renew) =>
        await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = settings.Issuer,
            ValidAudience = settings.Audience,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = await keys.GetAsync(renew),
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsNow,
        });

    private bool IsNow(DateTime? from, DateTime? to, SecurityToken token, TokenValidationParameters parameters)
    {
        var (now, skew) = (time.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(Limits.ClockSkewSeconds));
        return to is null || now >= to + skew ? throw new SecurityTokenExpiredException()
            : now < from - skew ? throw new SecurityTokenNotYetValidException()
            : true;
    }
}

/// <summary>Whom a token is about, and what it says of them.</summary>
/// <param name="Subject">Issuer and subject: these two never change.</param>
/// <param name="Names">What they could be called, the best first.</param>
/// <param name="Email">The address.</param>
/// <param name="EmailVerified">Whether the issuer made sure that it is theirs.</param>
/// <param name="Role">The highest of their roles here; null where they have none.</param>
/// <param name="AlsoEditor">Whether an admin is an editor too.</param>
internal sealed record TokenHolder(
    string Subject, IReadOnlyList<string> Names, string? Email, bool EmailVerified, Role? Role, bool AlsoEditor)
{
    private const int SubjectMost = 255;
    private const string Nameless = "user";

    /// <returns>Null where the token has no subject, as OpenID Connect wants it.</returns>
    public static TokenHolder? Of(JsonElement claims, TokenSettings settings)
    {
        if (Text(claims, "sub") is not { Length: <= SubjectMost } subject)
        {
            return null;
        }

        var email = Text(claims, "email") is { } address && CodePoints.Count(address) <= Limits.Email ? address : null;
        Role[] roles = [.. Roles(claims, settings.RoleClaim)];
        return new TokenHolder(
            $"{settings.Issuer}|{subject}",
            [.. new[] { Text(claims, "name"), Text(claims, "preferred_username"), email, subject, Nameless }.OfType<string>()],
            email,
            claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True,
            roles.Length > 0 ? roles.Max() : null,
            roles.Contains(Domain.Words.Role.Admin) && roles.Contains(Domain.Words.Role.Editor));
    }

    private static IEnumerable<Role> Roles(JsonElement claims, string claim)
    {
        IEnumerable<JsonElement> values = !claims.TryGetProperty(claim, out var value)
            ? []
            : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        foreach (var word in values.Where(static v => v.ValueKind == JsonValueKind.String).Select(static v => v.GetString()!))
        {
            if (EnumWords.TryParse(typeof(Role), word, out var role))
            {
                yield return (Role)role!;
            }
        }
    }

    private static string? Text(JsonElement claims, string claim) =>
        claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) && TextGuard.Check(text) is null
            ? text
            : null;
}
