using System.Net;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Doors;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Commands;

/// <summary>
/// Who may listen where. On this machine anybody may; where others can reach the service, only one that somebody has made a key
/// for, and whose keys nobody on the way can read.
/// </summary>
internal static class BindingRule
{
    /// <exception cref="StartException">The service may not listen there.</exception>
    public static async Task RequireAsync(Settings settings, Db db)
    {
        if (settings.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            throw new StartException("The setting Kestrel:Endpoints is not taken: name the addresses to listen on in Urls.");
        }

        if (Addresses(settings.Urls).Where(static address => !IsLocal(address)).ToList() is not [var open, ..] all)
        {
            return;
        }

        if (settings.AdminKey is null && !await FirstKeys.AnyOfOperatorAsync(db))
        {
            throw new StartException($"Others could reach the service at {open}: make a key of your own first (keys create --user NAME), or set Auth:AdminKey.");
        }

        if (!settings.BehindProxy && all.Find(static address => !address.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase)) is { } plain)
        {
            throw new StartException($"Others could read the keys on their way to {plain}: use https there, or --behind-proxy where a proxy with https stands before it.");
        }
    }

    /// <summary>The addresses that a text names, separated by semicolons.</summary>
    /// <exception cref="StartException">One is none.</exception>
    public static IReadOnlyList<BindingAddress> Addresses(string urls)
    {
        try
        {
            return [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse)];
        }
        catch (FormatException)
        {
            throw new StartException($"The setting Urls must be addresses such as {Settings.DefaultUrls}, separated by ;, not '{urls}'.");
        }
    }

    /// <summary>Whether it stands for every address of the machine. A name that the server does not know does too, when it listens there.</summary>
    public static bool IsEveryAddress(string host) =>
        host is "*" or "+" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));

    private static bool IsLocal(BindingAddress address) => address.IsUnixPipe || address.IsNamedPipe || ServedHosts.IsLoopback(address.Host);
}
