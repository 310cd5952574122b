using System.Diagnostics;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Architecture;

/// <summary>The benchmarks run against the program as it is. Figures of so few requests mean nothing, and are not looked at.</summary>
[Collection(Processes.Name)]
public sealed class BenchmarksTests
{
    [Fact]
    public async Task Every_request_of_the_benchmark_is_answered_and_so_is_every_one_of_its_floors()
    {
        var scratch = Scratch.NewFolder("benchmarks");
        var figures = await RunAsync(scratch, "http", "--claims", "200", "--seconds", "0.5", "--rounds", "1", "--connections", "4");

        var rows = figures["reports"]![0]!["rows"]!.AsArray();
        Assert.Equal(9, rows.Count(static row => row!["of the floor"] is not null));
        Assert.Equal(10, rows.Count(static row => row!["of the floor"] is null));
        Assert.All(rows, static row =>
        {
            Assert.Equal(0, (int)row!["refused"]!);
            Assert.True((double)row["per second"]! > 0, row.ToJsonString());
            Assert.True((double)row["CPU ms"]! > 0, row.ToJsonString());
            Assert.True((double)row["bytes"]! > 100, row.ToJsonString());
        });
        Assert.Empty(scratch.GetDirectories());
    }

    private static async Task<JsonNode> RunAsync(DirectoryInfo scratch, params string[] arguments)
    {
        var file = Path.Combine(scratch.FullName, "figures.json");
        var built = Path.GetRelativePath(Path.Combine(Repository.Root, "tests/ClaimTracker.Api.Tests"), AppContext.BaseDirectory);
        var program = Path.Combine(Repository.Root, "tests/ClaimTracker.Benchmarks", built, "ClaimTracker.Benchmarks.dll");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [program, .. arguments, "--scratch", scratch.FullName, "--json", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await error);
        return JsonNode.Parse(await File.ReadAllTextAsync(file))!;
    }
}
