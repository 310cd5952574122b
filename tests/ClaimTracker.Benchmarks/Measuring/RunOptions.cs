using System.CommandLine;

namespace ClaimTracker.Benchmarks.Measuring;

/// <summary>The options that the commands about the running service share.</summary>
internal sealed class RunOptions
{
    private readonly Option<double> _seconds = new("--seconds")
    {
        Description = "Length of a round",
        DefaultValueFactory = static _ => 3,
    };

    private readonly Option<int> _rounds = new("--rounds") { Description = "Rounds of each side", DefaultValueFactory = static _ => 3 };

    private readonly Option<int> _connections = new("--connections")
    {
        Description = "Clients at the same time",
        DefaultValueFactory = static _ => 32,
    };

    private readonly Option<int> _claims = new("--claims")
    {
        Description = "Claims to generate, if there is no --data",
        DefaultValueFactory = static _ => 10_000,
    };

    private readonly Option<DirectoryInfo?> _data = new("--data")
    {
        Description = "A folder that `generate` made; it is copied, and stays as it is",
    };

    private readonly Option<FileInfo?> _json = new("--json") { Description = "File for the figures as JSON" };

    private readonly Option<bool> _inPlace = new("--in-place") { Description = "Use --data itself, and leave in it what is written" };

    private readonly Option<FileInfo?> _api = new("--api")
    {
        Description = "The DLL of the service (default: the one that was built beside this)",
    };

    private readonly Option<DirectoryInfo?> _scratch = new("--scratch")
    {
        Description = "Where data folders are made (default: the folder of temporary files; it should be on a real disk)",
    };

    private readonly Option<string[]> _cases = new("--case")
    {
        Description = "Measure only what has this in its name; may be repeated",
        AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_seconds, _rounds, _connections, _claims, _data, _inPlace, _json, _api, _scratch, _cases])
        {
            command.Options.Add(option);
        }
    }

    public RunSettings Of(ParseResult parsed) => new()
    {
        Round = TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
        Rounds = parsed.GetValue(_rounds),
        Connections = parsed.GetValue(_connections),
        Claims = parsed.GetValue(_claims),
        Data = parsed.GetValue(_data)?.FullName,
        InPlace = parsed.GetValue(_inPlace),
        Json = parsed.GetValue(_json),
        Api = parsed.GetValue(_api)?.FullName,
        Scratch = parsed.GetValue(_scratch)?.FullName ?? Path.GetTempPath(),
        Cases = parsed.GetValue(_cases) ?? [],
    };
}

/// <summary>How a command is to run.</summary>
internal sealed record RunSettings
{
    public required TimeSpan Round { get; init; }

    public required int Rounds { get; init; }

    public required int Connections { get; init; }

    public required int Claims { get; init; }

    public string? Data { get; init; }

    public bool InPlace { get; init; }

    public FileInfo? Json { get; init; }

    public string? Api { get; init; }

    public required string Scratch { get; init; }

    /// <summary>Whether what has no goal is left out.</summary>
    public bool OnlyGoals { get; init; }

    public IReadOnlyList<string> Cases { get; init; } = [];

    public bool Wants(string name) =>
        Cases.Count == 0 || Cases.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Prints reports, and writes them if asked to.</summary>
    public void Publish(params IReadOnlyList<Report> reports)
    {
        foreach (var report in reports)
        {
            report.Print();
        }

        if (Json is { } file)
        {
            Report.Write(file, reports);
        }
    }
}
