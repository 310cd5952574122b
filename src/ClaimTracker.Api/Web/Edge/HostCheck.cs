using System.Net;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// Refuses requests for a host that this server is not. A page anywhere can let its own name point to 127.0.0.1, and its script
/// then reads whatever answers there as if it were its own (DNS rebinding); but it cannot forge the Host header.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, ServedHosts hosts)
{
    public Task InvokeAsync(HttpContext http) =>
        hosts.Serves(http.Request.Host.Host) || http.Request.IsProbe()
            ? next(http)
            : throw new ProblemException(
                ProblemType.Misdirected,
                "The header Host names a host that is not served here. An operator can add it to the setting AllowedHosts.");
}

/// <summary>The hosts that requests may name, whatever the port: those given, and what always means this machine.</summary>
internal sealed class ServedHosts(IEnumerable<string> names)
{
    private readonly HashSet<string> _names = new(names.Select(Plain), StringComparer.OrdinalIgnoreCase);

    public bool Serves(string host)
    {
        var name = Plain(host);
        return IsLoopback(name) || _names.Contains(name);
    }

    /// <summary>Whether a name or address can only mean this machine.</summary>
    public static bool IsLoopback(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Plain(name), out var address) && IPAddress.IsLoopback(address));

    // One spelling of an address, without the brackets.
    private static string Plain(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address.ToString() : host;
}
