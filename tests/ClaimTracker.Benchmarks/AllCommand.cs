using System.CommandLine;
using ClaimTracker.Benchmarks.Export;
using ClaimTracker.Benchmarks.Generating;
using ClaimTracker.Benchmarks.Http;
using ClaimTracker.Benchmarks.Measuring;
using ClaimTracker.Benchmarks.Micro;
using ClaimTracker.Benchmarks.Postgres;
using ClaimTracker.Benchmarks.Scale;
using ClaimTracker.Benchmarks.Speed;

namespace ClaimTracker.Benchmarks;

/// <summary><c>all</c>: everything that needs nothing but the program, and PostgreSQL if a server is named.</summary>
internal static class AllCommand
{
    public static Command Build()
    {
        var (options, large, server) = (new RunOptions(), new LargeOptions(), PostgresCommand.ServerOption(required: false));
        var command = new Command("all", "Runs text, micro, http, export, scale and, with --postgres, postgres") { server };
        options.AddTo(command);
        large.AddTo(command);
        command.SetAction(async parsed =>
        {
            var asked = options.Of(parsed);
            using var scratch = new ScratchFolder(asked.Scratch);
            var settings = asked with { Data = asked.Data ?? await GenerateCommand.FolderAsync(asked, scratch) };
            SplittingSpeed.Print();
            var reports = new List<Report> { MicroCommand.Run() };
            reports.AddRange(await HttpCommand.RunAsync(settings));
            reports.AddRange(await ExportCommand.RunAsync(settings));
            reports.Add(await ScaleCommand.RunAsync(settings, large.Of(parsed)));
            if (parsed.GetValue(server) is { } postgres)
            {
                reports.AddRange(await PostgresCommand.RunAsync(settings, postgres));
            }

            settings.Publish(reports);
        });
        return command;
    }
}
