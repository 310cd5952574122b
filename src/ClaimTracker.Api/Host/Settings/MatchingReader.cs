using ClaimTracker.Api.Domain.Matching;
using ClaimTracker.Api.Domain.SignIn;

namespace ClaimTracker.Api.Host.Settings;

/// <summary>Reads the settings of matches.</summary>
internal static class MatchingReader
{
    private const int LongestWord = 500;

    /// <exception cref="StartException">A part of it is missing or wrong.</exception>
    public static MatchSettings Read(IConfiguration all) => new(all.Choice(SettingNames.Model, ModelUse.On), Endpoint(all));

    private static EmbeddingEndpoint? Endpoint(IConfiguration all)
    {
        var (model, key) = (Word(all, SettingNames.EndpointModel, secret: false), Word(all, SettingNames.EndpointKey, secret: true));
        if (all.Address(SettingNames.Endpoint) is not { } address)
        {
            return model is null && key is null
                ? null
                : throw new StartException(
                    $"The setting {SettingNames.Endpoint} is required with {SettingNames.EndpointModel} and {SettingNames.EndpointKey}.");
        }

        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            throw new StartException($"The setting {SettingNames.Endpoint} must be an address without a user and a fragment.");
        }

        if (key is not null && !IssuerKeys.IsSafe(address))
        {
            throw new StartException(
                $"The setting {SettingNames.Endpoint} must be an https address (http only on this machine) if "
                + $"{SettingNames.EndpointKey} is set: nobody on the way may read the key.");
        }

        if (all.Choice(SettingNames.Model, ModelUse.On) == ModelUse.Off)
        {
            throw new StartException($"The setting {SettingNames.Model} cannot be off if {SettingNames.Endpoint} is set.");
        }

        return model is null
            ? throw new StartException($"The setting {SettingNames.EndpointModel} must name the model that {SettingNames.Endpoint} has.")
            : new EmbeddingEndpoint(address, model, key);
    }

    private static string? Word(IConfiguration all, string name, bool secret)
    {
        if (all[name] is not { Length: > 0 } word)
        {
            return null;
        }

        return word.Length <= LongestWord && word.All(static c => c is > ' ' and <= '~')
            ? word
            : throw new StartException(
                $"The setting {name} must have 1 to {LongestWord} visible ASCII characters, without spaces"
                + (secret ? "." : $", not '{word}'."));
    }
}
