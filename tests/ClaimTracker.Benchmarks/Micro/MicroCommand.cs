using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using ClaimTracker.Benchmarks.Measuring;

namespace ClaimTracker.Benchmarks.Micro;

/// <summary><c>micro</c>: the pure parts by BenchmarkDotNet, in this process.</summary>
internal static class MicroCommand
{
    public static Command Build()
    {
        var json = new Option<FileInfo?>("--json") { Description = "File for the figures as JSON" };
        var command = new Command("micro", "Measures pure parts with BenchmarkDotNet") { json };
        command.SetAction(parsed =>
        {
            var report = Run();
            report.Print();
            if (parsed.GetValue(json) is { } file)
            {
                Report.Write(file, [report]);
            }
        });
        return command;
    }

    public static Report Run()
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromMinutes(5), logOutput: false)))
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), $"claimtracker-micro-{Environment.ProcessId}"));
        var summary = BenchmarkRunner.Run<TextBenchmarks>(config);
        var report = new Report("micro");
        foreach (var of in summary.Reports.Where(static of => of.ResultStatistics is not null))
        {
            report.Add(
                ("what", of.BenchmarkCase.Descriptor.WorkloadMethod.Name),
                ("microseconds", of.ResultStatistics!.Mean / 1000),
                ("error", of.ResultStatistics.StandardError / 1000),
                ("bytes allocated", of.GcStats.GetBytesAllocatedPerOperation(of.BenchmarkCase)));
        }

        if (Directory.Exists(config.ArtifactsPath))
        {
            Directory.Delete(config.ArtifactsPath, recursive: true);
        }

        return report;
    }
}
