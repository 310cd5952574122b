using System.Net;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Doors;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ClaimTracker.Api.Commands;

/// <summary>Sets up what stands between the network and the use cases, and reads its settings: each is refused in a sentence where it is wrong.</summary>
internal static class Doors
{
    /// <summary>
    /// Shuts the doors that the framework would open by itself: its own host check answers 400 without a word and lets wildcards in,
    /// and a variable that images of containers like to set makes it believe everybody's X-Forwarded headers.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string?> OfTheFramework = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["AllowedHosts"] = "*",
        ["ForwardedHeaders_Enabled"] = "false",
    };

    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public static void AddDoors(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton(new AccessSettings(settings.Public));
        builder.Services.AddSingleton(new ServedHosts(Hosts(settings)));
        builder.Services.AddSingleton(Limited(settings.Configuration));
        builder.Services.AddSingleton<RateLimits>();
        if (TokensOf(settings.Configuration) is { } tokens)
        {
            builder.Services.AddSingleton(tokens);
            builder.Services.AddSingleton<IssuerKeys>();
            builder.Services.AddSingleton<Tokens>();
        }
    }

    /// <summary>Lets a proxy say who asks, where there is one. Nobody else's X-Forwarded headers are read.</summary>
    public static void UseProxy(this WebApplication app, Settings settings)
    {
        if (!settings.BehindProxy)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null, // As far as the proxies are known.
        };
        foreach (var known in (settings.Configuration["Proxy:Known"] ?? "").Split(';', Trimmed))
        {
            options.KnownIPNetworks.Add(Network(known) ?? throw new StartException($"The setting Proxy:Known must be addresses or networks such as 10.0.0.0/8, separated by ;, not '{known}'."));
        }

        app.UseForwardedHeaders(options);
    }

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    private static RateLimitSettings Limited(IConfiguration all) => new(
        all.Flag("RateLimits:Enabled", otherwise: true),
        (int)all.Number("RateLimits:PerKey", Limits.RequestsPerKey, 1, int.MaxValue),
        (int)all.Number("RateLimits:PerAddress", Limits.RequestsPerAddress, 1, int.MaxValue),
        (int)all.Number("RateLimits:Exports", Limits.ConcurrentExports, 1, int.MaxValue));

    private static IEnumerable<string> Hosts(Settings settings)
    {
        if (settings.Configuration["AllowedHosts"] is not { Length: > 0 } text)
        {
            return BindingRule.Addresses(settings.Urls).Select(static address => address.Host).Where(static host => !BindingRule.IsEveryAddress(host));
        }

        var hosts = text.Split(';', Trimmed);
        return hosts.FirstOrDefault(static host => Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown) is { } wrong
            ? throw new StartException($"The setting AllowedHosts must be names of hosts, without ports or wildcards and separated by ;, not '{wrong}'.")
            : hosts;
    }

    private static TokenSettings? TokensOf(IConfiguration all)
    {
        const string issuer = "Auth:Oidc:Issuer", audience = "Auth:Oidc:Audience";
        if (all.Address(issuer) is not { } address)
        {
            return all[audience] is { Length: > 0 }
                ? throw new StartException($"The setting {issuer} must say whose tokens are made out to {all[audience]}.")
                : null;
        }

        if (!IssuerKeys.IsSafe(address) || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new StartException($"The setting {issuer} must be an https address without a query (http only on this machine), not '{all[issuer]}'.");
        }

        return all[audience] is { Length: > 0 } name
            ? new TokenSettings(all[issuer]!, name, all["Auth:Oidc:RoleClaim"] is { Length: > 0 } claim ? claim : TokenSettings.DefaultRoleClaim)
            : throw new StartException($"The setting {audience} must say what tokens of {all[issuer]} for this service are made out to.");
    }
}
