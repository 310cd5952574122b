using System.CommandLine;
using System.Diagnostics;
using ClaimTracker.Benchmarks.Client;
using ClaimTracker.Benchmarks.Generating;
using ClaimTracker.Benchmarks.Http;
using ClaimTracker.Benchmarks.Measuring;
using ClaimTracker.Benchmarks.Service;

namespace ClaimTracker.Benchmarks.Export;

/// <summary><c>export</c>: the CSV of all verdicts against <c>sqlite3 -csv</c>, and what it leaves to those who write meanwhile.</summary>
internal static class ExportCommand
{
    private const string States = "draft,in_review,approved,published,superseded,retracted";
    private const double RatioGoal = 0.6;
    private const double WritesGoal = 0.8;

    public static Command Build()
    {
        var options = new RunOptions();
        var command = new Command("export", "Measures the export of all verdicts against sqlite3 -csv, and the writes beside it");
        options.AddTo(command);
        command.SetAction(async parsed =>
        {
            var settings = options.Of(parsed);
            settings.Publish(await RunAsync(settings));
        });
        return command;
    }

    public static async Task<IReadOnlyList<Report>> RunAsync(RunSettings settings)
    {
        using var scratch = new ScratchFolder(settings.Scratch);
        var folder = await GenerateCommand.FolderAsync(settings, scratch);
        using var service = await ApiProcess.StartAsync(settings.Api, folder);
        return [Files(settings, service, Path.Combine(folder, "claimtracker.db")), Writes(settings, service)];
    }

    private static Report Files(RunSettings settings, ApiProcess service, string database)
    {
        var (floor, own) = (new List<Exported>(), new List<Exported>());
        foreach (var round in Enumerable.Range(-1, settings.Rounds + 1))
        {
            var (file, ofService) = (SqliteShell.Export(database), Read(service));
            if (round < 0)
            {
                continue; // Both read into their caches.
            }

            own.Add(ofService);
            if (file is not null)
            {
                floor.Add(file);
            }
        }

        var report = new Report("export of all verdicts as CSV");
        var (shell, csv) = (floor.Count == 0 ? null : Median(floor), Median(own));
        if (shell is not null)
        {
            Add(report, "  floor: sqlite3 -csv", shell, null, null, null);
        }

        var peak = ProcessFigures.PeakMegabytes(service.Id);
        Add(report, "GET /exports/verdicts.csv", csv, csv.PerSecond / shell?.PerSecond, RatioGoal, peak);
        return report;
    }

    private static void Add(Report report, string what, Exported of, double? ratio, double? goal, double? peak) => report.Add(
        ("what", what), ("MB/s", of.PerSecond), ("of the floor", ratio), ("goal", goal), ("MB", of.Megabytes), ("seconds", of.Seconds),
        ("first byte ms", of.FirstByte), ("CPU s", of.Cpu), ("peak MB", peak));

    private static Exported Read(ApiProcess service)
    {
        using var connection = new RawConnection(service.Port);
        var (cpu, began) = (ProcessFigures.CpuMilliseconds(service.Id), Stopwatch.GetTimestamp());
        var answer = connection.Send(RawRequest.Get($"/api/v1/exports/verdicts.csv?state={States}", service.Key).Bytes);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return answer.IsGood
            ? new Exported(
                answer.Bytes / 1e6, seconds, Stopwatch.GetElapsedTime(began, connection.FirstByte).TotalMilliseconds,
                (ProcessFigures.CpuMilliseconds(service.Id) - cpu) / 1000)
            : throw new InvalidOperationException($"The export was answered with {answer.Status}.");
    }

    private static Report Writes(RunSettings settings, ApiProcess service)
    {
        var work = new HttpCases(service).All().Single(static work => work.Name == HttpCases.PostClaim);
        var (alone, beside) = (new List<LoadResult>(), new List<LoadResult>());
        for (var (round, turn) = (-1, 0); round < settings.Rounds; round++)
        {
            var single = Write(turn++);
            using var stop = new CancellationTokenSource();
            var exports = new Thread(() =>
            {
                while (!stop.IsCancellationRequested)
                {
                    Read(service);
                }
            });
            exports.Start();
            var shared = Write(turn++);
            stop.Cancel();
            exports.Join();
            if (round >= 0)
            {
                alone.Add(single);
                beside.Add(shared);
            }
        }

        var report = new Report("writes beside exports, one after the other");
        var (before, during) = (Middle(alone, static r => r.PerSecond), Middle(beside, static r => r.PerSecond));
        report.Add(
            ("what", HttpCases.PostClaim), ("per second, alone", before), ("per second, beside exports", during),
            ("share", during / before), ("goal", WritesGoal), ("p99 ms, alone", Middle(alone, static r => r.Within(0.99))),
            ("p99 ms, beside", Middle(beside, static r => r.Within(0.99))), ("peak MB", ProcessFigures.PeakMegabytes(service.Id)));
        return report;

        LoadResult Write(int turn) => Load.Run(
            [service.Port], settings.Connections, settings.Round, number => work.Requests((turn * settings.Connections) + number));
    }

    private static Exported Median(List<Exported> rounds) => rounds.OrderBy(static r => r.Seconds).ElementAt(rounds.Count / 2);

    private static double Middle(List<LoadResult> rounds, Func<LoadResult, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}

/// <summary>What an export came to.</summary>
internal sealed record Exported(double Megabytes, double Seconds, double? FirstByte, double? Cpu)
{
    public double PerSecond => Megabytes / Seconds;
}
