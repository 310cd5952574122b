using System.CommandLine;
using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using ParseResult = System.CommandLine.ParseResult;

namespace ClaimTracker.Api.Commands;

/// <summary>
/// redact: blanks what events say, where the law demands it, and writes the history anew so that it is in no file any more.
/// </summary>
internal static class RedactCommand
{
    /// <param name="settings">Reads the settings of a call.</param>
    /// <param name="guard">Runs it, and turns what it refuses into a sentence and an exit code.</param>
    public static Command Make(Func<ParseResult, ServiceSettings> settings, Func<Func<Task>, Task<int>> guard)
    {
        var seq = new Option<long?>("--seq") { Description = "The number of one event" };
        var subject = new Option<string?>("--subject") { Description = "A subject, such as claim/12: all events of it" };
        var reason = new Option<string>("--reason") { Description = "Why; it stays in the history", Required = true };
        var redact = new Command("redact", "Blank what events say, where the law demands it, and stop") { seq, subject, reason };
        redact.SetAction((parsed, stop) => guard(() => RunAsync(
            settings(parsed), parsed.GetValue(seq), parsed.GetValue(subject), parsed.GetRequiredValue(reason), stop)));
        return redact;
    }

    /// <param name="settings">They name the database.</param>
    /// <param name="seq">One event; or null, and a subject.</param>
    /// <param name="subject">All events of a subject, such as claim/12.</param>
    /// <param name="reason">Why; it stays in the history.</param>
    /// <param name="stop">Ends it before anything is blanked.</param>
    private static async Task RunAsync(ServiceSettings settings, long? seq, string? subject, string reason, CancellationToken stop)
    {
        if (seq is null == subject is null)
        {
            throw new StartException("Say either --seq or --subject: what is to be redacted.");
        }

        if (string.IsNullOrWhiteSpace(reason) || CodePoints.Count(reason) > Limits.Text || TextGuard.Check(reason) is not null)
        {
            throw new StartException($"The reason must be a text of at most {Limits.Text} characters: it stays in the history.");
        }

        var database = await Databases.FindAsync(settings);
        int redacted;
        await using (var db = database.Open(TimeProvider.System))
        {
            // The service may run: it waits only for what is written, not for the way through the history.
            var walk = new HistoryWalk(checkpoint: null);
            while (await db.ReadAsync(walk.ContinueAsync, stop))
            {
            }

            redacted = await ChangeRunner.RunAsync(
                db, NullLogger.Instance, Actor.Operator, change => BlankAsync(change, walk, seq, subject, reason));
        }

        await database.WipeEventsAsync();
        await Console.Out.WriteLineAsync(redacted == 0
            ? $"No event of {subject ?? $"number {seq}"} says anything that can be redacted. The history was written anew all the same."
            : $"Redacted {redacted} event(s). The tables, and every backup, are as they were.");
    }

    private static async Task<int> BlankAsync(Change change, HistoryWalk walk, long? seq, string? subject, string reason)
    {
        await walk.CatchUpAsync(change);
        if (walk.Fault is { } fault)
        {
            throw new StartException($"{fault} Nothing was redacted.");
        }

        var lines = seq is { } number ? await Redaction.OfSeqsAsync(change, [number]) : await Redaction.OfSubjectAsync(change, subject!);
        await Redaction.BlankAsync(change, change.Actor.Name, reason, lines, walk.Content);
        return lines.Count;
    }
}
