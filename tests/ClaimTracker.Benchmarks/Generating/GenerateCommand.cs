using System.CommandLine;
using System.Diagnostics;
using ClaimTracker.Benchmarks.Measuring;
using ClaimTracker.Benchmarks.Service;

namespace ClaimTracker.Benchmarks.Generating;

/// <summary><c>generate</c>: a data folder of a size.</summary>
internal static class GenerateCommand
{
    private const ulong DefaultSeed = 14;

    public static Command Build()
    {
        var claims = new Option<int>("--claims") { Description = "How many: 10000, 100000, 1000000", Required = true };
        var folder = new Option<DirectoryInfo>("--out") { Description = "The data folder to make", Required = true };
        var seed = new Option<ulong>("--seed")
        {
            Description = "What all texts follow from",
            DefaultValueFactory = static _ => DefaultSeed,
        };
        var api = new Option<FileInfo?>("--api") { Description = "The DLL of the service" };
        var json = new Option<FileInfo?>("--json") { Description = "File for the figures as JSON" };
        var command = new Command("generate", "Makes a data folder through the routes of the program") { claims, folder, seed, api, json };
        command.SetAction(async parsed =>
        {
            var report = await RunAsync(
                parsed.GetValue(api)?.FullName, parsed.GetValue(folder)!.FullName, parsed.GetValue(claims), parsed.GetValue(seed));
            report.Print();
            if (parsed.GetValue(json) is { } file)
            {
                Report.Write(file, [report]);
            }
        });
        return command;
    }

    /// <summary>The data folder of a run: that of the settings, copied, or a new one.</summary>
    public static async Task<string> FolderAsync(RunSettings settings, ScratchFolder scratch)
    {
        if (settings.Data is { } data)
        {
            return settings.InPlace ? data : scratch.Copy(data);
        }

        var folder = scratch.Next();
        (await RunAsync(settings.Api, folder, settings.Claims, DefaultSeed)).Print();
        return folder;
    }

    private static async Task<Report> RunAsync(string? api, string folder, int claims, ulong seed)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new InvalidOperationException($"{folder} is not empty.");
        }

        using var service = await ApiProcess.StartAsync(api, folder);
        using var author = new ApiClient(service.Port, service.Key);
        using var second = new ApiClient(service.Port, service.SecondKey);
        var began = Stopwatch.GetTimestamp();
        var rows = new Generator(author, second, claims, seed).Run(made =>
        {
            if (made.Claims % 10_000 < 1_000)
            {
                Console.Error.WriteLine($"{made.Claims:N0} claims, {made.All / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} rows/s");
            }
        });
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var report = new Report("generate");
        report.Add([
            ("claims", rows.Claims), ("articles", rows.Articles), ("sentences", rows.Sentences), ("links", rows.Links),
            ("evidence", rows.Evidence), ("verdicts", rows.Verdicts), ("seconds", seconds),
            .. rows.Seconds.Select(static part => ($"of {part.Key}", (object?)part.Value)), ("rows/s", rows.All / seconds),
            ("claims/s", rows.Claims / seconds), ("CPU ms a row", ProcessFigures.CpuMilliseconds(service.Id) / rows.All),
            ("RSS MB", ProcessFigures.PeakMegabytes(service.Id))]);
        await service.StopAsync();
        return report;
    }
}
