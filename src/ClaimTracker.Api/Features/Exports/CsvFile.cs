using System.Buffers;
using System.IO.Pipelines;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>
/// A list as CSV. For spreadsheets, which is the default, instants are ISO 8601 without a zone (UTC), which they take as dates, and no text
/// becomes a formula or a truth value; for programs they are RFC 3339, and texts are as they are.
/// </summary>
internal sealed class CsvFile(PipeWriter output, ExportForm form, CancellationToken cancellation) : ExportWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private IReadOnlyList<ExportColumn> _columns = [];

    private CsvWriter Csv => new(_bytes, form.IsRaw);

    public override async Task BeginAsync(string name, IReadOnlyList<ExportColumn> columns)
    {
        _columns = columns;
        if (form.Bom)
        {
            _bytes.Write("\uFEFF"u8);
        }

        Csv.WriteRow([.. ColumnLabels.Of(columns.Select(static column => column.Name), form.Labels)]);
        await FlushAsync();
    }

    public override async Task WriteAsync(IReadOnlyList<object?[]> rows)
    {
        var csv = Csv;
        var cells = new object?[_columns.Count];
        foreach (var row in rows)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = row[i] is { } value ? Cell(_columns[i], value) : null;
            }

            csv.WriteRow(cells);
        }

        await FlushAsync();
    }

    public override Task EndAsync() => Task.CompletedTask;

    private object Cell(ExportColumn column, object value) => column.Kind switch
    {
        CellKind.Number => value,
        CellKind.YesNo => IsYes(value),
        CellKind.Instant => form.IsRaw ? WholeSeconds((string)value) + "Z" : WholeSeconds((string)value),
        _ => Text(column, value),
    };

    private async Task FlushAsync()
    {
        await output.WriteAsync(_bytes.WrittenMemory, cancellation);
        _bytes.ResetWrittenCount();
    }
}
