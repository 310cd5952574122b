using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>A request whose body comes in two parts.</summary>
internal sealed class SlowRequest(TcpClient client, string rest) : IDisposable
{
    public static async Task<SlowRequest> BeginAsync(Uri address, string text)
    {
        var body = $$"""{"text":"{{text}}"}""";
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var length = body.Length.ToString(CultureInfo.InvariantCulture);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/claims HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {ApiHost.Key}\r\n"
            + $"Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: {length}\r\n\r\n"));

        // The server asks for the body when the use case reads it: then the request is in flight.
        using var go = new StreamReader(client.GetStream(), leaveOpen: true);
        Assert.StartsWith("HTTP/1.1 100", await go.ReadLineAsync(), StringComparison.Ordinal);
        await go.ReadLineAsync();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(body[..10]));
        return new SlowRequest(client, body[10..]);
    }

    public async Task<string> EndAsync(int millisecondsOfByte)
    {
        foreach (var letter in Encoding.ASCII.GetBytes(rest))
        {
            await Task.Delay(millisecondsOfByte); // This is a body that comes slowly, not a wait for anything.
            await client.GetStream().WriteAsync(new[] { letter });
        }

        using var patience = new CancellationTokenSource(ServiceProcess.Patience);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(patience.Token);
    }

    public void Dispose() => client.Dispose();
}
