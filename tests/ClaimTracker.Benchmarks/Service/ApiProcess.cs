using System.Diagnostics;
using System.Text.RegularExpressions;
using ClaimTracker.Benchmarks.Client;
using ClaimTracker.Benchmarks.Measuring;

namespace ClaimTracker.Benchmarks.Service;

/// <summary>The service as an operator runs it, but for its rate limits.</summary>
internal sealed partial class ApiProcess : IDisposable
{
    private const string Author = "Benchmark author";
    private const string Second = "Benchmark second reader";

    private readonly Child _child;

    private ApiProcess(Child child, int port, string key, string secondKey, TimeSpan start) =>
        (_child, Port, Key, SecondKey, StartTime) = (child, port, key, secondKey, start);

    public int Port { get; }

    public int Id => _child.Id;

    /// <summary>The key of an admin who is an editor.</summary>
    public string Key { get; }

    /// <summary>The key of another editor: nobody approves their own work.</summary>
    public string SecondKey { get; }

    /// <summary>From its start until it said that it was ready.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>Makes two keys by the program's own command, and starts it.</summary>
    /// <param name="dll">The program; null for the one that was built with this.</param>
    /// <param name="folder">Its data folder.</param>
    /// <param name="postgres">A connection string, for PostgreSQL.</param>
    /// <param name="settings">Settings, as the environment names them.</param>
    public static async Task<ApiProcess> StartAsync(
        string? dll, string folder, string? postgres = null, params (string Name, string Value)[] settings)
    {
        Directory.CreateDirectory(folder);
        string[] program = [Dll(dll)];
        string[] where = ["--data", folder, .. postgres is null ? [] : (string[])["--postgres", postgres]];
        await Child.RunAsync([.. program, "migrate", .. where]);
        var key = await Child.RunAsync([.. program, "keys", "create", "--user", Author, .. where]);
        var second = await Child.RunAsync([.. program, "keys", "create", "--user", Second, .. where]);

        var began = Stopwatch.GetTimestamp();
        var (child, port) = await Child.StartAsync(
            [.. program, .. where, "--urls", "http://127.0.0.1:0"],
            static line => AddressLine().Match(line) is { Success: true } match ? int.Parse(match.Groups["port"].Value) : (int?)null,
            [("RateLimits__Enabled", "false"), ("Logging__LogLevel__Default", "Error"), .. settings]);
        using (var connection = new RawConnection(port))
        {
            var ready = RawRequest.Get("/readyz", key: null);
            while (!connection.Send(ready.Bytes).IsGood)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }

        return new ApiProcess(child, port, key, second, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Runs a command of the program.</summary>
    public static Task<string> RunAsync(string? dll, params string[] arguments) => Child.RunAsync([Dll(dll), .. arguments]);

    /// <summary>Lets it fold its WAL and end.</summary>
    public Task StopAsync() => _child.StopAsync();

    public void Dispose() => _child.Dispose();

    // bin/Release/net10.0 of the benchmarks: the service is built with them, in the same configuration.
    private static string Dll(string? dll)
    {
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var built = Path.GetRelativePath(Path.Combine(own, "../../.."), own);
        var path = dll ?? Path.GetFullPath(
            Path.Combine(own, "../../../../../src/ClaimTracker.Api", built, "ClaimTracker.Api.dll"));
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built; name the program with --api.");
    }

    [GeneratedRegex(@"serves https?://[^/:]+:(?<port>\d+)/api/v1", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddressLine();
}
