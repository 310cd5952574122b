using System.CommandLine;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using ParseResult = System.CommandLine.ParseResult;

namespace ClaimTracker.Api.Commands;

/// <summary>search: checks the index of words, or makes it anew. The service may run meanwhile where PostgreSQL keeps the data.</summary>
internal static class SearchCommand
{
    private const int Holds = 0;
    private const int Broken = 2;

    /// <param name="settings">Reads the settings of a call.</param>
    /// <param name="guard">Runs it, and turns what it refuses into a sentence and an exit code.</param>
    public static Command Make(Func<ParseResult, ServiceSettings> settings, Func<Func<Task<int>>, Task<int>> guard)
    {
        var check = new Command("check", "Compare the index of words with the data, and stop: 0 where all is found, 2 where not");
        check.SetAction((parsed, stop) => guard(() => CheckAsync(settings(parsed), stop)));
        var rebuild = new Command("rebuild", "Make the index of words anew, and stop");
        rebuild.SetAction((parsed, stop) => guard(() => RebuildAsync(settings(parsed), stop)));
        return new Command("search", "The index of words that searches use") { check, rebuild };
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

        await Console.Out.WriteLineAsync("The index of words finds everything.");
        return Holds;
    }

    private static async Task<int> RebuildAsync(ServiceSettings settings, CancellationToken cancellation)
    {
        await using var db = (await Databases.FindAsync(settings)).Open(TimeProvider.System);
        var things = await SearchFill.RunAsync(db, cancellation);
        await Console.Out.WriteLineAsync($"The index of words has {things:N0} things.");
        return Holds;
    }
}
