using System.Net;
using System.Net.Sockets;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>Where a request comes from, as far as limits go.</summary>
internal static class ClientAddress
{
    private const int PrefixBytes = 8;

    /// <summary>
    /// The address of the client; behind a proxy that is trusted, the one that it names. Of IPv6 the first 64 bits: a single
    /// connection has all addresses below them.
    /// </summary>
    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "local"; // A socket without addresses.
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
