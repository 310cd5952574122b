using System.Net;
using System.Net.Sockets;

namespace ClaimTracker.Api.Web.Outbound;

/// <summary>Where the service may connect to although it is no address of the internet.</summary>
/// <param name="PrivateHosts">Names of hosts, as their addresses have them.</param>
internal sealed record OutboundSettings(IReadOnlyList<string> PrivateHosts);

/// <summary>
/// Fetches addresses that users have named. It connects to the internet only: not to this machine or the network that it stands in,
/// whatever a name resolves to and wherever a redirect leads. It sends no cookies, keys or proxy credentials.
/// </summary>
internal sealed class CarefulHttp : IDisposable
{
    private const int MostRedirects = 5;

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeepConnection = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly HashSet<string> _hosts;

    public CarefulHttp(OutboundSettings settings)
    {
        _hosts = new HashSet<string>(settings.PrivateHosts, StringComparer.OrdinalIgnoreCase);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = true,
            MaxAutomaticRedirections = MostRedirects,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = ConnectPatience,
            PooledConnectionLifetime = KeepConnection,
            MaxResponseHeadersLength = 64,
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, cancellation),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // The caller's patience is for the body too.
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("ClaimTracker/1.0");
    }

    /// <summary>Sends a request, and returns with the headers of its answer.</summary>
    /// <exception cref="HttpRequestException">There is no answer, or the address is none of the internet.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);

    public void Dispose() => _http.Dispose();

    // How a name that is not there is told of differs between systems.
    private static async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellation)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellation);
        }
        catch (SocketException)
        {
            return [];
        }
    }

    // The address that was looked at is the one that is connected to: a name that resolves differently a moment later changes nothing.
    private async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancellation)
    {
        var all = await AddressesAsync(host.Host, cancellation);
        var isAllowed = _hosts.Contains(host.Host.Trim('[', ']'));
        IPAddress[] allowed = [.. all.Where(address => isAllowed || OutboundAddresses.IsPublic(address))];
        if (allowed.Length == 0)
        {
            throw new HttpRequestException($"{host.Host} has no address on the internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
