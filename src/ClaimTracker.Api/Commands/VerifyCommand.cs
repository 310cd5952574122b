using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using System.CommandLine;
using ParseResult = System.CommandLine.ParseResult;

namespace ClaimTracker.Api.Commands;

/// <summary>
/// verify: goes through the whole history and compares the tables with it. Changes nothing; the service may run meanwhile.
/// </summary>
internal static class VerifyCommand
{
    private const int Holds = 0;
    private const int Broken = 2;

    /// <param name="settings">Reads the settings of a call.</param>
    /// <param name="guard">Runs it, and turns what it refuses into a sentence and an exit code.</param>
    public static Command Make(Func<ParseResult, ServiceSettings> settings, Func<Func<Task<int>>, Task<int>> guard)
    {
        var checkpoint = new Option<string?>("--checkpoint")
        {
            Description = "A checkpoint that was kept elsewhere: the history must come past it",
        };
        var verify = new Command(
            "verify", "Go through the whole history, compare the tables with it, and stop: 0 where all holds, 2 where not")
        {
            checkpoint,
        };
        verify.SetAction((parsed, stop) => guard(() => RunAsync(settings(parsed), parsed.GetValue(checkpoint), stop)));
        return verify;
    }

    /// <param name="settings">They name the database.</param>
    /// <param name="checkpointFile">A checkpoint that was kept elsewhere, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>0 where all holds, 2 where something does not.</returns>
    /// <exception cref="StartException">It cannot run: there is no database, or no checkpoint that its key has signed.</exception>
    private static async Task<int> RunAsync(ServiceSettings settings, string? checkpointFile, CancellationToken cancellation)
    {
        var checkpoint = checkpointFile is null ? null : Read(checkpointFile);
        var database = await Databases.FindAsync(settings);
        await using var db = database.OpenReadOnly();
        var verified = await new Verification(db, checkpoint, cancellation).RunAsync();
        var faults = verified.Faults.Concat(await database.DamageAsync()).ToList();
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        if (faults.Count > 0)
        {
            return Broken;
        }

        var old = verified.NotCompared == 0 ? "" : $"; {verified.NotCompared} that older versions wrote say nothing to compare with";
        await Console.Out.WriteLineAsync(
            $"The history holds: {verified.Events} events, the last with hash {verified.Head}. "
            + $"The tables hold what it says of {verified.Compared} subjects{old}.");
        if (checkpoint is not null)
        {
            await Console.Out.WriteLineAsync(
                $"Event {checkpoint.Seq} is as it was at the checkpoint of {checkpoint.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}.");
        }

        return Holds;
    }

    private static Checkpoint Read(string file)
    {
        var checkpoint = Checkpoint.Parse(File.ReadAllText(file)) ?? throw new StartException($"{file} is no checkpoint.");
        return checkpoint.IsSigned() ? checkpoint : throw new StartException($"{file} is not as it was signed.");
    }
}
