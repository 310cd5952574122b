using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>A list as JSON lines: an object for each row, with the columns as members.</summary>
internal sealed class JsonLinesFile(PipeWriter output, CancellationToken cancellation) : ExportWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private IReadOnlyList<(ExportColumn Column, JsonEncodedText Name)> _columns = [];

    public override Task BeginAsync(string name, IReadOnlyList<ExportColumn> columns)
    {
        _columns = [.. columns.Select(static column => (column, JsonEncodedText.Encode(column.Name, ApiJson.Options.Encoder)))];
        return Task.CompletedTask;
    }

    public override async Task WriteAsync(IReadOnlyList<object?[]> rows)
    {
        await using var json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder });
        foreach (var row in rows)
        {
            json.Reset();
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(_columns[i].Name);
                WriteValue(json, _columns[i].Column, row[i]);
            }

            json.WriteEndObject();
            await json.FlushAsync(cancellation);
            _bytes.Write("\n"u8);
        }

        await output.WriteAsync(_bytes.WrittenMemory, cancellation);
        _bytes.ResetWrittenCount();
    }

    public override Task EndAsync() => Task.CompletedTask;

    private static void WriteValue(Utf8JsonWriter json, ExportColumn column, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text when column.Kind == CellKind.Instant:
                json.WriteStringValue(InstantConverter.OfStored(text));
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case not null when column.Kind == CellKind.YesNo:
                json.WriteBooleanValue(IsYes(value));
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            default:
                JsonSerializer.Serialize(json, value, ApiJson.Options);
                break;
        }
    }
}
