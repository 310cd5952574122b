using ClaimTracker.Data;
using Microsoft.Extensions.Configuration;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>A database engine that the tests run on. These sources are built twice: once for each.</summary>
internal abstract class TestEngine
{
    /// <summary>The engine of this build.</summary>
#if POSTGRES
    public static TestEngine Current { get; } = new PostgresTestEngine();
#else
    public static TestEngine Current { get; } = new SqliteTestEngine();
#endif

    /// <summary>Why no test can run on it on this machine; null where they can.</summary>
    public abstract string? Missing { get; }

    /// <summary>A database of its own, that no other test sees: migrated (copied from a template), or as new as the engine makes it.</summary>
    public abstract Task<TestStore> NewAsync(bool migrated = true);
}

/// <summary>One database of a test, gone when the test is.</summary>
internal abstract class TestStore : IAsyncDisposable
{
    public abstract Database Database { get; }

    /// <summary>The data folder of a service on it.</summary>
    public abstract string Folder { get; }

    /// <summary>The setting that names it.</summary>
    public abstract KeyValuePair<string, string?> Setting { get; }

    /// <summary>The options of the command line that name it.</summary>
    public abstract string[] Arguments { get; }

    /// <summary>The first column of the first row, as another program would see it.</summary>
    public abstract string? Ask(string sql);

    /// <summary>Settings for a service on it, on a free port and without limits, unless <paramref name="others"/> say so.</summary>
    public ServiceSettings Settings(string key, params (string Name, string Value)[] others) => ServiceSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["RateLimits:Enabled"] = "false",
            ["Urls"] = "http://127.0.0.1:0",
            ["Auth:AdminKey"] = key,
            ["Logging:LogLevel:Default"] = "Error",
            ["Data:Folder"] = Folder,
            [Setting.Key] = Setting.Value,
        })
        .AddInMemoryCollection(others.Select(static other => KeyValuePair.Create(other.Name, (string?)other.Value)))
        .Build());

    public abstract ValueTask DisposeAsync();
}
