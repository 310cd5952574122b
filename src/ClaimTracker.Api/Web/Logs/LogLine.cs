using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Api.Web.Logs;

/// <summary>
/// What a line of the log may contain. Of our own events everything, since <see cref="Log"/> lets nothing else in. Of what
/// libraries log only the template of the message, since nobody knows what they put into it: paths, queries, texts. Of an
/// exception its kind, its code and where it came from: its message may quote what it was working on.
/// </summary>
internal sealed record LogLine(
    string Level, string Event, string Message, IEnumerable<KeyValuePair<string, object?>> Fields, string? Failure)
{
    private const string Template = "{OriginalFormat}";

    public static LogLine Of<TState>(in LogEntry<TState> entry)
    {
        var level = entry.LogLevel switch
        {
            LogLevel.Information => "info",
            LogLevel.Warning => "warning",
            LogLevel.Error => "error",
            LogLevel.Critical => "critical",
            LogLevel.Debug => "debug",
            _ => "trace",
        };
        var fields = entry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        var failure = entry.Exception is { } exception ? Describe(exception) : null;
        if (entry.Category.StartsWith(Log.Category, StringComparison.Ordinal))
        {
            return new LogLine(
                level,
                entry.EventId.Name ?? "",
                entry.Formatter(entry.State, arg2: null),
                fields.Where(static field => field.Key != Template),
                failure);
        }

        var template = fields.FirstOrDefault(static field => field.Key == Template).Value as string ?? "";
        KeyValuePair<string, object?>[] foreign = [new("category", entry.Category), new("template", template)];
        return new LogLine(level, entry.EventId.Name ?? entry.Category, template, foreign, failure);
    }

    private static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        for (var (failure, depth) = (exception, 0); failure is not null && depth < 5; failure = failure.InnerException, depth++)
        {
            text.Append(depth == 0 ? "" : "\ncaused by ").Append(failure.GetType().FullName);
            if (failure is DbException { SqlState: var state, ErrorCode: var code })
            {
                text.Append(" (").Append(state ?? code.ToString()).Append(')');
            }

            text.Append('\n').Append(failure.StackTrace);
        }

        return text.ToString();
    }
}
