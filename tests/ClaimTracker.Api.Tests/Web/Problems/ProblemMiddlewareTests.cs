using System.Net.Sockets;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Problems;

public sealed class ProblemMiddlewareTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("text/html", "<p>It rained.</p>")]
    [InlineData("application/json", """{"text":"It rained."}""")]
    public async Task A_trailer_that_is_no_text_is_the_fault_of_the_sender_and_nothing_is_kept(string type, string body)
    {
        var answer = await SendAsync(
            $"POST /api/v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {ApiHost.Key}\r\n"
            + $"Connection: close\r\nContent-Type: {type}\r\n"
            + $"Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\nTrailer: \u00FF\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("The request is not well-formed HTTP", answer, StringComparison.Ordinal);
        Assert.Empty((await host.Api.GetAsync("/articles")).Items);
    }

    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Stranger.BaseAddress!.Host, host.Stranger.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        using var patience = new CancellationTokenSource(ServiceProcess.Patience);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(patience.Token);
    }
}
