using System.CommandLine;
using ClaimTracker.Benchmarks.Client;
using ClaimTracker.Benchmarks.Floors;
using ClaimTracker.Benchmarks.Generating;
using ClaimTracker.Benchmarks.Measuring;
using ClaimTracker.Benchmarks.Service;

namespace ClaimTracker.Benchmarks.Http;

/// <summary><c>http</c>: what the service does in a second, held against floors in the same run.</summary>
internal static class HttpCommand
{
    private const double ShortStrength = 0.5;
    private const double ShortSeconds = 1.5;

    public static Command Build()
    {
        var options = new RunOptions();
        var isShort = new Option<bool>("--short")
        {
            Description = $"For CI: rounds of {ShortSeconds} s of what has a goal; "
                + "exit code 1 if a ratio is below the --strength of its goal",
        };
        var strength = new Option<double>("--strength")
        {
            Description = "The part of each goal that --short demands",
            DefaultValueFactory = static _ => ShortStrength,
        };
        var command = new Command("http", "Measures requests to the running service against floors") { isShort, strength };
        options.AddTo(command);
        command.SetAction(async parsed =>
        {
            var settings = options.Of(parsed);
            if (!parsed.GetValue(isShort))
            {
                settings.Publish(await RunAsync(settings));
                return 0;
            }

            var reports = await RunAsync(settings with { Round = TimeSpan.FromSeconds(ShortSeconds), OnlyGoals = true });
            settings.Publish(reports);
            return Judge(reports[0], parsed.GetValue(strength)) ? 0 : 1;
        });
        return command;
    }

    public static async Task<IReadOnlyList<Report>> RunAsync(RunSettings settings)
    {
        using var scratch = new ScratchFolder(settings.Scratch);
        var folder = await GenerateCommand.FolderAsync(settings, scratch);
        using var service = await ApiProcess.StartAsync(settings.Api, folder);
        using var floors = await FloorProcess.StartAsync(Path.Combine(folder, "claimtracker.db"), scratch.Path);
        var cases = new HttpCases(service);
        var report = new Report("http");
        foreach (var work in cases.All().Where(work => settings.Wants(work.Name)
            && (!settings.OnlyGoals || Goal.OfHttp[work.Name].Ratio is not null)))
        {
            Measure(settings, report, cases, work, service, floors);
        }

        await service.StopAsync();
        using var empty = await ApiProcess.StartAsync(settings.Api, scratch.Next());
        var start = new Report("start to ready");
        start.Add(("data", "none"), ("seconds", empty.StartTime.TotalSeconds), ("goal", Goal.EmptyStart));
        start.Add(("data", $"{cases.Claims:N0} claims"), ("seconds", service.StartTime.TotalSeconds), ("goal", Goal.LargeStart));
        return [report, start];
    }

    private static void Measure(
        RunSettings settings, Report report, HttpCases cases, HttpCase work, ApiProcess service, FloorProcess floors)
    {
        var goal = Goal.OfHttp[work.Name];
        var sides = new List<Side>
        {
            goal.Floor == Goal.Naive
                ? new(Goal.Naive, [floors.Port], [floors.Id], HttpCases.WriteToFloor)
                : new(Goal.Kestrel, [floors.Port], [floors.Id], Bare(Size(work, service))),
        };
        if (work.Name == HttpCases.Claim)
        {
            sides.Add(new Side("plain Dapper", [floors.Port], [floors.Id], cases.ReadFromFloor));
        }

        sides.Add(new Side(work.Name, [service.Port], [service.Id], work.Requests) { Connections = work.Connections });
        Console.Error.WriteLine(work.Name);
        var figures = Rounds.Run(settings, sides);
        for (var i = 0; i < sides.Count; i++)
        {
            var isService = i == sides.Count - 1;
            var rows = isService ? work.RowsOfRequest : 1;
            Add(report, sides[i].Name, figures[i], rows, isService ? (figures[i].PerSecond * rows / figures[0].PerSecond, goal) : null);
        }
    }

    private static void Add(Report report, string name, SideFigures figures, int rows, (double Ratio, Goal Goal)? held) => report.Add(
        ("what", held is null ? "  floor: " + name : name),
        ("per second", figures.PerSecond * rows),
        ("of the floor", held?.Ratio),
        ("goal", held?.Goal.Ratio),
        ("goal/s", held?.Goal.PerSecond),
        ("p50 ms", figures.Median),
        ("p99 ms", figures.Slowest),
        ("goal ms", held?.Goal.Slowest),
        ("CPU ms", figures.Cpu / rows),
        ("bytes", figures.Bytes),
        ("first MB", figures.Begin),
        ("last MB", figures.Resident),
        ("peak MB", figures.Peak),
        ("refused", figures.Refused));

    private static Func<int, Func<int, RawRequest>> Bare(int size)
    {
        var request = RawRequest.Get($"/json/{size}", key: null);
        return _ => _ => request;
    }

    // What the bare server sends is as large as what the service does.
    private static int Size(HttpCase work, ApiProcess service)
    {
        const int Tries = 20;
        using var connection = new RawConnection(service.Port);
        var next = work.Requests(-1);
        return Enumerable.Range(0, Tries)
            .Sum(number => connection.Send(next(number).Bytes, keep: true).IsGood ? connection.Body.Length : 0) / Tries;
    }

    private static bool Judge(Report report, double strength)
    {
        var holds = true;
        foreach (var row in report.Rows)
        {
            if (row("goal") is double goal && row("of the floor") is double ratio && ratio < goal * strength)
            {
                holds = false;
                Console.WriteLine($"{row("what")}: {ratio:F3} of its floor; {strength} of its goal is {goal * strength:F3}.");
            }
        }

        return holds;
    }
}
