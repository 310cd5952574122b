using System.Net.Sockets;
using System.Security.Cryptography;
using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Host.Settings;

namespace ClaimTracker.Api.Host;

/// <summary>Begins to listen on the addresses of the settings.</summary>
internal static class Listening
{
    /// <summary>
    /// Refuses to listen where others can reach the service before somebody has made a key for it: the key of the first start was
    /// printed, and may be in the log of a container.
    /// </summary>
    /// <exception cref="StartException">There is no such key.</exception>
    public static async Task RequireKeyAsync(ServiceSettings settings, Db db)
    {
        if (settings.Http.OpenAddress is { } open && settings.AdminKey is null && !await FirstKeys.AnyOfOperatorAsync(db))
        {
            throw new StartException(
                $"Others could reach the service at {open}: make a key of your own first (keys create --user NAME), "
                + $"or set {SettingNames.AdminKey}.");
        }
    }

    /// <summary>Starts the service; returns when it answers.</summary>
    /// <exception cref="StartException">It cannot listen there. The message is one sentence.</exception>
    public static async Task StartAsync(WebApplication app, string urls)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception refused) when (refused is IOException
            or SocketException
            or FormatException
            or InvalidOperationException
            or ArgumentException
            or OverflowException
            or CryptographicException)
        {
            throw new StartException($"The service cannot listen on {urls}: {refused.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
    }
}
