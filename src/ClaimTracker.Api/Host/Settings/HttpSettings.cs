using System.Net;
using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Host.Settings;

/// <summary>Where the service listens, and for whom.</summary>
/// <param name="Urls">The addresses to listen on, separated by semicolons.</param>
/// <param name="Hosts">The hosts that requests may name, beside those that always mean this machine.</param>
/// <param name="BehindProxy">Whether a proxy takes the requests, and says in X-Forwarded headers whose they are.</param>
/// <param name="KnownProxies">The proxies whose headers are believed, beside those on this machine.</param>
/// <param name="Origins">The other sites whose pages may use the API.</param>
internal sealed record HttpSettings(
    string Urls, IReadOnlyList<string> Hosts, bool BehindProxy, IReadOnlyList<IPNetwork> KnownProxies, NamedOrigins Origins)
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>The first address that others can reach; null where there is none.</summary>
    public BindingAddress? OpenAddress => Open(Urls).FirstOrDefault();

    /// <exception cref="StartException">A setting has a wrong value, or would let others read keys on their way.</exception>
    public static HttpSettings Read(IConfiguration all)
    {
        if (all.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            throw new StartException("The setting Kestrel:Endpoints is not supported: name the addresses to listen on in Urls.");
        }

        var urls = all[SettingNames.Urls] ?? UrlsOfPorts(all) ?? DefaultUrls;
        var addresses = Addresses(urls);
        var hosts = all[SettingNames.AllowedHosts] is { Length: > 0 }
            ? all.Hosts(SettingNames.AllowedHosts)
            : [.. addresses.Select(static address => address.Host).Where(static host => !IsEveryAddress(host))];
        var settings = new HttpSettings(
            urls,
            hosts,
            all.Flag(SettingNames.BehindProxy),
            all.Networks(SettingNames.KnownProxies),
            new NamedOrigins(all.Origins(SettingNames.Origins)));
        if (!settings.BehindProxy
            && Open(urls).FirstOrDefault(static a => !a.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase)) is { } plain)
        {
            throw new StartException(
                $"Others could read the keys on their way to {plain}: use https there, "
                + "or --behind-proxy where a proxy with https stands before it.");
        }

        return settings;
    }

    /// <summary>
    /// Whether a host stands for every address of the machine. A name that the server does not know does too, when it listens there.
    /// </summary>
    public static bool IsEveryAddress(string host) =>
        host is "*" or "+"
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address)
            && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));

    // The names that ASP.NET Core has for ports on every address of the machine; images of containers set the first.
    private static string? UrlsOfPorts(IConfiguration all)
    {
        var urls = all.Parts(SettingNames.CommonHttpPorts).Select(static port => $"http://*:{port}")
            .Concat(all.Parts(SettingNames.CommonHttpsPorts).Select(static port => $"https://*:{port}"))
            .ToList();
        return urls.Count > 0 ? string.Join(';', urls) : null;
    }

    private static List<BindingAddress> Addresses(string urls) =>
        [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty("").Select(Address)];

    private static BindingAddress Address(string url)
    {
        // + and * stand for every address of the machine.
        var plain = url.Replace("//+", "//any", StringComparison.Ordinal).Replace("//*", "//any", StringComparison.Ordinal);
        try
        {
            if (Uri.TryCreate(plain, UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https"
                && address.PathAndQuery == "/")
            {
                return BindingAddress.Parse(url);
            }
        }
        catch (FormatException)
        {
            // It is refused below.
        }

        throw new StartException($"The setting {SettingNames.Urls} must be addresses such as {DefaultUrls}, separated by ;, not '{url}'.");
    }

    private static IEnumerable<BindingAddress> Open(string urls) =>
        Addresses(urls).Where(static a => !a.IsUnixPipe && !a.IsNamedPipe && !ServedHosts.IsLoopback(a.Host));
}
