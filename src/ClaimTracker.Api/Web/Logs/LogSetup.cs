using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace ClaimTracker.Api.Web.Logs;

/// <summary>How a line of the log is written.</summary>
internal enum LogFormat
{
    /// <summary>One JSON object, for machines.</summary>
    Json,

    /// <summary>Readable words, for a person at a terminal.</summary>
    Text,
}

/// <summary>The log goes to standard error. Standard output has what the program says to whoever starts it.</summary>
internal static class LogSetup
{
    /// <summary>Text at a terminal; JSON in a file, a pipe, a journal.</summary>
    public static LogFormat Default => Console.IsErrorRedirected ? LogFormat.Json : LogFormat.Text;

    public static void UseFormat(this ILoggingBuilder logging, LogFormat format)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // The command reports a start that fails.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None); // /readyz says what a check found.
        logging.Services.TryAddSingleton(TimeProvider.System);
        logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        logging.AddConsoleFormatter<TextLines, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.FormatterName = format == LogFormat.Json ? JsonLines.FormatterName : TextLines.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Trace;
        });
    }
}
