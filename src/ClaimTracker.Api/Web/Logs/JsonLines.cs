using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ClaimTracker.Api.Web.Logs;

/// <summary>One JSON object a line: time, level, event, and what the event says.</summary>
internal sealed class JsonLines(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "claimtracker-json";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var entry = LogLine.Of(logEntry);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("time", InstantConverter.Format(time.GetUtcNow()));
            json.WriteString("level", entry.Level);
            json.WriteString("event", entry.Event);
            foreach (var (name, value) in entry.Fields)
            {
                json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
                JsonSerializer.Serialize(json, value);
            }

            if (entry.Failure is { } failure)
            {
                json.WriteString("failure", failure);
            }

            json.WriteEndObject();
        }

        textWriter.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        textWriter.Write('\n');
    }
}
