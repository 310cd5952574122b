using System.Net.Sockets;

namespace ClaimTracker.Api.Commands;

/// <summary>Takes the addresses that the settings name.</summary>
internal static class Listening
{
    /// <summary>Starts the service; returns when it answers.</summary>
    /// <exception cref="StartException">It cannot listen there. The message is one sentence.</exception>
    public static async Task StartAsync(WebApplication app, string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty(""))
        {
            Check(url);
        }

        try
        {
            await app.StartAsync();
        }
        catch (Exception refused) when (refused is IOException or SocketException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new StartException($"The service cannot listen on {urls}: {refused.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
    }

    private static void Check(string url)
    {
        // + and * stand for every address of the machine.
        var plain = url.Replace("//+", "//any", StringComparison.Ordinal).Replace("//*", "//any", StringComparison.Ordinal);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
        {
            throw new StartException($"The setting Urls must be addresses such as {Settings.DefaultUrls}, separated by ;, not '{url}'.");
        }
    }
}
