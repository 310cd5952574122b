using System.CommandLine;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using ParseResult = System.CommandLine.ParseResult;

namespace ClaimTracker.Api.Commands;

/// <summary>search: checks the search index, or builds it again.</summary>
internal static class SearchCommand
{
    private const int Holds = 0;
    private const int Broken = 2;

    /// <param name="settings">Reads the settings of a call.</param>
    /// <param name="guard">Runs it, and turns what it refuses into a sentence and an exit code.</param>
    public static Command Make(Func<ParseResult, ServiceSettings> settings, Func<Func<Task<int>>, Task<int>> guard)
    {
        var check = new Command("check", "Compare the search index with the data, and stop: 0 where all is found, 2 where not");
        check.SetAction((parsed, stop) => guard(() => CheckAsync(settings(parsed), stop)));
        var rebuild = new Command("rebuild", "Build the search index again, and stop");
        rebuild.SetAction((parsed, stop) => guard(() => RebuildAsync(settings(parsed), stop)));
        return new Command("search", "Check the search index, or build it again") { check, rebuild };
    }

    private static async Task<int> CheckAsync(ServiceSettings settings, CancellationToken cancellation)
    {
        await using var db = (await Databases.FindAsync(settings)).OpenReadOnly();
        var faults = await SearchCheck.RunAsync(db, cancellation);
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        if (faults.Count > 0)
        {
            return Broken;
        }

        await Console.Out.WriteLineAsync("The search index finds everything.");
        return Holds;
    }

    private static async Task<int> RebuildAsync(ServiceSettings settings, CancellationToken cancellation)
    {
        await using var db = (await Databases.FindAsync(settings)).Open(TimeProvider.System);
        var things = await SearchFill.RunAsync(db, cancellation);
        await Console.Out.WriteLineAsync($"The search index has {things:N0} items.");
        return Holds;
    }
}
