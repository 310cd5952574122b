using ClaimTracker.Api.Domain.SignIn;
using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Host.Settings;

/// <summary>Reads the settings that decide who gets in.</summary>
internal static class AccessReader
{
    /// <returns>The key that the operator provides, or null.</returns>
    /// <exception cref="StartException">It is too short, too long, or of a wrong form.</exception>
    public static string? AdminKey(IConfiguration all)
    {
        if (all[SettingNames.AdminKey] is not { } key)
        {
            return null;
        }

        if (key.Length is < Limits.AdminKeyMin or > Limits.AdminKeyMax || !key.All(static c => c is > ' ' and <= '~'))
        {
            throw new StartException(
                $"The setting {SettingNames.AdminKey} must have {Limits.AdminKeyMin} to {Limits.AdminKeyMax} "
                + "visible ASCII characters, without spaces.");
        }

        if (KeyForm.IdOf(key) is not null)
        {
            throw new StartException($"The setting {SettingNames.AdminKey} must not look like a generated key (ct_...): choose another.");
        }

        return key.Distinct().Count() >= Limits.AdminKeyDistinct && BitsOf(key) >= Limits.AdminKeyBits
            ? key
            : throw new StartException(
                $"The setting {SettingNames.AdminKey} is too easy to guess: it must have {Limits.AdminKeyDistinct} different characters "
                + $"and {Limits.AdminKeyBits} bits of entropy, as a line of `openssl rand -base64 32` has.");
    }

    /// <returns>The longest life of new keys.</returns>
    /// <exception cref="StartException">It is no number of days.</exception>
    public static KeyLife KeyLife(IConfiguration all) => new(
        all[SettingNames.KeyDays] is { Length: > 0 } ? (int)all.Number(SettingNames.KeyDays, 0, 1, Domain.Users.KeyLife.MostDays) : null);

    /// <returns>The newsroom's identity provider, or null.</returns>
    /// <exception cref="StartException">A part of it is missing or wrong.</exception>
    public static TokenSettings? Tokens(IConfiguration all)
    {
        var audience = all[SettingNames.Audience] is { Length: > 0 } name ? name : null;
        if (all.Address(SettingNames.Issuer) is not { } address)
        {
            return audience is null
                ? null
                : throw new StartException($"The setting {SettingNames.Issuer} must be the issuer of tokens for audience {audience}.");
        }

        var issuer = all[SettingNames.Issuer]!;
        if (!IssuerKeys.IsSafe(address) || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new StartException(
                $"The setting {SettingNames.Issuer} must be an https address without a query (http only on this machine), not '{issuer}'.");
        }

        return audience is not null
            ? new TokenSettings(
                issuer, audience, all[SettingNames.RoleClaim] is { Length: > 0 } claim ? claim : TokenSettings.DefaultRoleClaim)
            : throw new StartException($"The setting {SettingNames.Audience} must be the audience of tokens of {issuer} for this service.");
    }

    // Shannon's estimate, from how often each character stands in the key.
    private static double BitsOf(string key) =>
        key.CountBy(static c => c).Sum(count => -count.Value * Math.Log2((double)count.Value / key.Length));
}
