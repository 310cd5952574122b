using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ClaimTracker.Api.Web.Logs;

/// <summary>A line that a person reads: time of day, level, event, and its sentence.</summary>
internal sealed class TextLines(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "claimtracker-text";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var entry = LogLine.Of(logEntry);
        textWriter.Write($"{time.GetLocalNow():HH:mm:ss.fff} {entry.Level,-8} {entry.Event,-16} {entry.Message}\n");
        if (entry.Failure is { } failure)
        {
            textWriter.Write("    " + failure.ReplaceLineEndings("\n    ") + "\n");
        }
    }
}
