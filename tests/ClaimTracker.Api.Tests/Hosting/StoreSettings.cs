using Microsoft.Extensions.Configuration;

namespace ClaimTracker.Api.Tests.Hosting;

internal static class StoreSettings
{
    /// <summary>Settings for a service on a store, on a free port and without limits, unless <paramref name="others"/> say so.</summary>
    public static ServiceSettings Settings(this TestStore store, string key, params (string Name, string Value)[] others) =>
        ServiceSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["RateLimits:Enabled"] = "false",
                ["Matching:Model"] = "off", // It takes a second to load; MatchesTests turn it on.
                ["Urls"] = "http://127.0.0.1:0",
                ["Auth:AdminKey"] = key,
                ["Logging:LogLevel:Default"] = "Error",
                ["Data:Folder"] = store.Folder,
                [store.Setting.Key] = store.Setting.Value,
            })
            .AddInMemoryCollection(others.Select(static other => KeyValuePair.Create(other.Name, (string?)other.Value)))
            .Build());
}
