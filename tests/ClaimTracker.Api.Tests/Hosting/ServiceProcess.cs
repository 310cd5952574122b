using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>The built program as a process of its own, as an operator starts it.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    /// <summary>No wait is longer; whatever is waited for either happens or ends the process.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Anywhere = ["--urls", "http://127.0.0.1:0"];

    public const int Interrupt = 2;
    public const int Terminate = 15;

    private static readonly Dictionary<string, string> Quiet = new(StringComparer.Ordinal) { ["Logging__LogLevel__Default"] = "Error" };

    /// <summary>For a service that is made to err: nobody reads its log.</summary>
    public static readonly IReadOnlyDictionary<string, string> Silent = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Logging__LogLevel__Default"] = "None",
    };

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly Task<string> _log;

    private ServiceProcess(Process process)
    {
        _process = process;
        _log = process.StandardError.ReadToEndAsync(); // A pipe that nobody reads would stop the program when it is full.
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The key that it printed, if it did.</summary>
    public string? PrintedKey =>
        _output.Select(static line => KeyLine().Match(line)).FirstOrDefault(static match => match.Success)?.Groups["key"].Value;

    public IReadOnlyList<string> Output => _output;

    /// <summary>Starts serving, and waits until it says where.</summary>
    public static Task<ServiceProcess> ServeAsync(TestStore store, string? adminKey = ApiHost.Key, params string[] options) =>
        ServeAsync(store, Quiet, adminKey, options);

    /// <summary>The same with settings in the environment.</summary>
    public static Task<ServiceProcess> ServeAsync(
        TestStore store, IReadOnlyDictionary<string, string> environment, string? adminKey = ApiHost.Key, params string[] options) =>
        ServeUnderAsync([], store, environment, adminKey, options);

    /// <summary>The same under a program, with its arguments, that runs the service as the process that was started.</summary>
    public static async Task<ServiceProcess> ServeUnderAsync(
        IReadOnlyList<string> program, TestStore store, IReadOnlyDictionary<string, string> environment,
        string? adminKey = ApiHost.Key, params string[] options)
    {
        var service = new ServiceProcess(
            Start(store.Arguments, adminKey, [.. options.Contains("--urls") ? [] : Anywhere, .. options], environment, program));
        await service.ReadUntilAsync(static line => AddressLine().IsMatch(line));
        service.Address = new Uri(AddressLine().Match(service._output[^1]).Groups["address"].Value);
        return service;
    }

    /// <summary>Starts serving, and kills it after a time.</summary>
    public static async Task KillStartAsync(TestStore store, TimeSpan after)
    {
        using var process = Start(store.Arguments, ApiHost.Key, ["--urls", "http://127.0.0.1:0"], Quiet);
        using var patience = new CancellationTokenSource(after);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int Exit, string Output, string Error)> RunAsync(TestStore store, string? adminKey, params string[] arguments) =>
        RunAsync(store, Quiet, adminKey, arguments);

    /// <summary>The same with settings in the environment.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(
        TestStore store, IReadOnlyDictionary<string, string> environment, string? adminKey, params string[] arguments)
    {
        using var process = Start(store.Arguments, adminKey, arguments, environment);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return (process.ExitCode, await output, await error);
    }

    /// <summary>Waits for a line of its output.</summary>
    public async Task ReadUntilAsync(Func<string, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (_output.Count == 0 || !wanted(_output[^1]))
        {
            var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
            _output.Add(line ?? throw new InvalidOperationException($"The program ended: {await _log}"));
        }
    }

    /// <summary>Asks until it says that it is ready.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var patience = new CancellationTokenSource(Patience);
        while ((await http.GetAsync(new Uri("/readyz", UriKind.Relative), patience.Token)).StatusCode != HttpStatusCode.OK)
        {
        }
    }

    public ApiDriver Driver(string key)
    {
        var http = new HttpClient { BaseAddress = Address, Timeout = Patience };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new ApiDriver(http);
    }

    /// <summary>Ends it as a power cut would, as far as the process can tell.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndedAsync();
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync(Terminate);
        return await ExitAsync();
    }

    /// <summary>Sends it a signal.</summary>
    public async Task SignalAsync(int signal)
    {
        using var kill = Process.Start(
            "kill", ["-" + signal.ToString(CultureInfo.InvariantCulture), _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>What it wrote to standard error, when it has ended.</summary>
    public Task<string> LogAsync() => _log;

    /// <summary>The lines of a log that tell of one of these events.</summary>
    public static IReadOnlyList<JsonObject> Lines(string log, params string[] events) =>
    [
        .. log.TrimEnd('\n')
            .Split('\n')
            .Select(static line => JsonNode.Parse(line)!.AsObject())
            .Where(line => events.Contains((string?)line["event"], StringComparer.Ordinal)),
    ];

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _output.Add(line);
        }

        await EndedAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task EndedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    private static Process Start(
        IReadOnlyList<string> where, string? adminKey, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string>? under = null)
    {
        string[] command =
        [
            .. under ?? [], Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "ClaimTracker.Api.dll"),
            .. arguments, .. where,
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys
            .Where(static name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
                || name.StartsWith("Auth", StringComparison.Ordinal)
                || name.StartsWith("Proxy", StringComparison.Ordinal))
            .ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["RateLimits__Enabled"] = "false";
        start.Environment["DOTNET_TieredPGO"] = "0"; // As the tests: it does not live long enough to gain from profiles.
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        if (adminKey is not null)
        {
            start.Environment["Auth__AdminKey"] = adminKey;
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"serves (?<address>https?://[^/]+)/api/v1", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"^Your key, shown this once: (?<key>\S+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyLine();
}
