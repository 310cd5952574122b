using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClaimTracker.Api.Tests.Documents;
using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable MA0048 // A proxy and its ways to compress.

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>Whether a proxy compresses.</summary>
public enum ProxyCompression
{
    /// <summary>As the guide for operators says: the service does.</summary>
    AsTheGuideSays,

    /// <summary>The proxy too, what the service has left as it is.</summary>
    BesideTheService,

    /// <summary>The proxy alone: it does not tell the service what the client accepts.</summary>
    InsteadOfTheService,
}

/// <summary>
/// A real nginx in front of a service: with https, with the settings of the guide for operators, and on a port for each way to compress.
/// All that it reads and writes is in a folder of its own.
/// </summary>
internal sealed class Nginx : IAsyncDisposable
{
    /// <summary>The name that the service has for clients.</summary>
    public const string Host = "desk.example";

    private const string Subject = "CN=" + Host;

    private const string Compresses = """
        gzip on;
        gzip_types application/json application/x-ndjson text/csv text/plain text/markdown;
        gzip_min_length 1;
        gzip_proxied any;
        """;

    private const string Alone = "proxy_set_header Accept-Encoding \"\";";

    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly Dictionary<ProxyCompression, int> _ports;

    private Nginx(DirectoryInfo folder, Process process, Dictionary<ProxyCompression, int> ports) =>
        (_folder, _process, _ports) = (folder, process, ports);

    /// <summary>The settings that the guide for operators gives.</summary>
    private static string Guide => DocumentPage.Operations.Text.Split("```nginx\n")[1].Split("```")[0];

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public static async Task<Nginx> StartAsync(Uri service)
    {
        var folder = Scratch.NewFolder("nginx");
        var ports = Enum.GetValues<ProxyCompression>().ToDictionary(static way => way, static _ => FreePort());
        await WriteCertificateAsync(folder);
        var settings = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(settings, Settings(folder.FullName, service, ports));
        var process = Process.Start(new ProcessStartInfo(Program, ["-c", settings, "-p", folder.FullName])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        var nginx = new Nginx(folder, process, ports);
        foreach (var port in ports.Values)
        {
            await nginx.ListensAsync(port);
        }

        return nginx;
    }

    /// <summary>A client that finds the service behind this proxy, under its name, and unpacks nothing.</summary>
    public HttpClient Client(ProxyCompression way) => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = static (_, its, _, _) => its?.Subject == Subject,
        },
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, _ports[way], cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri($"https://{Host}"),
        Timeout = ServiceProcess.Patience,
    };

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Program =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':')
            .Select(static folder => Path.Combine(folder, "nginx"))
            .First(File.Exists);

    // One process: so it needs no other user to run as, and nobody has to be root.
    private static string Settings(string folder, Uri service, Dictionary<ProxyCompression, int> ports) => $$"""
        daemon off;
        master_process off;
        pid {{folder}}/pid;
        error_log {{folder}}/error.log;
        events {}
        http {
            access_log off;
            client_body_temp_path {{folder}}/bodies;
            proxy_temp_path {{folder}}/answers;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            ssl_certificate {{folder}}/certificate.pem;
            ssl_certificate_key {{folder}}/key.pem;
            {{string.Join('\n', ports.Select(server => Server(service, server.Key, server.Value)))}}
        }
        """;

    private static string Server(Uri service, ProxyCompression way, int port)
    {
        var location = Guide.Replace("http://127.0.0.1:5080", service.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        var compression = way switch
        {
            ProxyCompression.AsTheGuideSays => "gzip off;",
            ProxyCompression.BesideTheService => Compresses,
            _ => Compresses + Alone,
        };
        return $$"""server { listen 127.0.0.1:{{port}} ssl; {{location.Replace("gzip off;", compression, StringComparison.Ordinal)}} }""";
    }

    private static async Task WriteCertificateAsync(DirectoryInfo folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(
            now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "certificate.pem"), certificate.ExportCertificatePem(), Encoding.ASCII);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "key.pem"), key.ExportPkcs8PrivateKeyPem(), Encoding.ASCII);
    }

    private async Task ListensAsync(int port)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                Assert.False(_process.HasExited, _process.HasExited ? await _process.StandardError.ReadToEndAsync() : "");
                Assert.True(Stopwatch.GetElapsedTime(began) < ServiceProcess.Patience, "nginx takes no connections.");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
