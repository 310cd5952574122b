using System.Diagnostics;

namespace ClaimTracker.Benchmarks.Measuring;

/// <summary>A .NET program as a process of its own.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _log;

    private Child(Process process)
    {
        _process = process;
        _log = process.StandardError.ReadToEndAsync(); // A pipe that nobody reads would stop the program when it is full.
    }

    public int Id => _process.Id;

    /// <summary>Starts a program, and waits for a line of its output.</summary>
    /// <param name="arguments">The DLL and its arguments.</param>
    /// <param name="wanted">Reads the line; null for another.</param>
    /// <param name="environment">Settings.</param>
    public static async Task<(Child Child, T Found)> StartAsync<T>(
        IReadOnlyList<string> arguments, Func<string, T?> wanted, params IReadOnlyList<(string Name, string Value)> environment)
        where T : struct
    {
        var child = new Child(Start(arguments, environment));
        while (await child._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (wanted(line) is { } found)
            {
                _ = child._process.StandardOutput.ReadToEndAsync();
                return (child, found);
            }
        }

        throw new InvalidOperationException($"{string.Join(' ', arguments)} ended: {await child._log}");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its output.</returns>
    public static async Task<string> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var child = new Child(Start(arguments, []));
        var output = await child._process.StandardOutput.ReadToEndAsync();
        await child._process.WaitForExitAsync();
        return child._process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {await child._log}");
    }

    /// <summary>Asks it to stop as a service manager does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static Process Start(IReadOnlyList<string> arguments, IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    // Settings of whoever runs the benchmarks are not those of the service that is measured.
    private static bool IsSetting(string name) => new[] { "ASPNETCORE_", "Auth", "Proxy", "ConnectionStrings", "Data__", "Urls" }
        .Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
