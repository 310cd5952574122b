using System.Net.Sockets;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Host;

/// <summary>What happens to requests that were begun when the service is told to stop.</summary>
[Collection(Processes.Name)]
public sealed class ShutdownTests
{
    [Theory]
    [InlineData(ServiceProcess.Terminate, 1, 120)] // Three seconds: longer than the command line library would wait.
    [InlineData(ServiceProcess.Interrupt, 1, 0)]
    [InlineData(ServiceProcess.Terminate, 2, 0)] // Whoever is impatient sends it again: what was begun ends nonetheless.
    public async Task Requests_that_were_begun_get_their_whole_answer_and_new_ones_are_refused(
        int signal, int times, int millisecondsOfByte)
    {
        await using var store = await TestEngine.Current.NewAsync();
        using var service = await ServiceProcess.ServeAsync(store);
        using var first = await SlowRequest.BeginAsync(service.Address, "It began before the end.");
        using var second = await SlowRequest.BeginAsync(service.Address, "So did this.");

        for (var time = 0; time < times; time++)
        {
            await service.SignalAsync(signal);
        }

        await RefusedAsync(service.Address);
        var answers = await Task.WhenAll(first.EndAsync(millisecondsOfByte), second.EndAsync(millisecondsOfByte));

        Assert.Equal(0, await service.ExitAsync());
        Assert.All(answers, static answer => Assert.StartsWith("HTTP/1.1 201 Created", answer, StringComparison.Ordinal));
        Assert.Contains("It began before the end.", answers[0], StringComparison.Ordinal);
        Assert.Equal("2", store.Ask("select count(*) from claims"));
    }

    // Every try is a real connection, until the last is refused.
    private static async Task RefusedAsync(Uri address)
    {
        using var patience = new CancellationTokenSource(ServiceProcess.Patience);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address.Host, address.Port, patience.Token);
            }
            catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
            {
                return;
            }
            catch (SocketException)
            {
                // It was taken, and dropped at once: the door is closing.
            }
        }
    }
}
