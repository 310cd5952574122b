using System.Globalization;
using System.IO.Pipelines;
using System.Text.RegularExpressions;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>
/// Lists as a workbook (XLSX): a sheet for each, with typed numbers and dates, links, a header that stays in sight and a filter. Instants
/// are in UTC. A text that is longer than a cell may be is cut, and says so at its end.
/// </summary>
internal sealed partial class WorkbookFile : ExportWriter
{
    /// <summary>The most characters that Excel takes in a cell.</summary>
    public const int CellLength = 32_767;

    /// <summary>What stands at the end of a text that was cut.</summary>
    public const string Cut = " [cut here: a cell of a spreadsheet has no room for more]";

    /// <summary>The most rows that Excel takes in a sheet, without the header. A longer list goes on in another sheet.</summary>
    private const int RowsOfSheet = 1_048_575;

    /// <summary>
    /// The longest text in a formula, which is how a link is written. A longer address, or one with a character that has no place in one,
    /// is plain text.
    /// </summary>
    private const int LinkLength = 255;

    // The first day on which spreadsheets agree: before it, Excel counts a day that never was.
    private static readonly DateTime FirstDay = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly Spreadsheet _workbook;
    private readonly HeadingLanguage? _labels;
    private readonly CancellationToken _cancellation;
    private readonly (StyleId Heading, StyleId Day, StyleId Instant, StyleId Link) _styles;
    private IReadOnlyList<ExportColumn> _columns = [];
    private Cell[] _cells = [];
    private string _name = "";
    private int _sheets;
    private int _rows;

    private WorkbookFile(Spreadsheet workbook, HeadingLanguage? labels, CancellationToken cancellation)
    {
        (_workbook, _labels, _cancellation) = (workbook, labels, cancellation);
        _styles = (
            workbook.AddStyle(new Style { Font = { Bold = true } }),
            workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") }),
            workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss") }),
            workbook.AddStyle(Style.Hyperlink));
    }

    public static async Task<WorkbookFile> CreateAsync(PipeWriter output, HeadingLanguage? labels, CancellationToken cancellation)
    {
        // exceljs cannot open a file whose cells do not say where they are.
        var options = new SpreadCheetahOptions { WriteCellReferenceAttributes = true, PreserveStringWhitespace = true };
        return new WorkbookFile(
            await Spreadsheet.CreateNewAsync(output.AsStream(leaveOpen: true), options, cancellation), labels, cancellation);
    }

    public override async Task BeginAsync(string name, IReadOnlyList<ExportColumn> columns)
    {
        (_name, _columns, _cells, _sheets) = (name, columns, new Cell[columns.Count], 0);
        await BeginSheetAsync();
    }

    public override async Task WriteAsync(IReadOnlyList<object?[]> rows)
    {
        foreach (var row in rows)
        {
            if (_rows == RowsOfSheet)
            {
                await BeginSheetAsync();
            }

            for (var i = 0; i < _cells.Length; i++)
            {
                _cells[i] = row[i] is { } value ? CellOf(_columns[i], value) : default;
            }

            await _workbook.AddRowAsync(_cells, _cancellation);
            _rows++;
        }
    }

    /// <summary>Adds a sheet that says what was exported, when and by whom.</summary>
    public async Task AddAboutAsync(HttpContext http, Checkpoint checkpoint, long rows)
    {
        await _workbook.StartWorksheetAsync("about", token: _cancellation);
        (string Name, Cell Value)[] facts =
        [
            ("exported_at", new Cell(checkpoint.At.UtcDateTime, _styles.Instant)),
            ("exported_by", new Cell(http.Actor().Name)),
            ("request", new Cell(Fitted($"{http.Request.Path}{http.Request.QueryString}"))),
            ("rows", new Cell(rows)),
            ("time_zone", new Cell("UTC")),
            ("history_event", new Cell(checkpoint.Seq)),
            ("checkpoint", new Cell(checkpoint.ToHeader())),
        ];
        foreach (var (name, value) in facts)
        {
            await _workbook.AddRowAsync([new Cell(name, _styles.Heading), value], _cancellation);
        }
    }

    public override async Task EndAsync() => await _workbook.FinishAsync(_cancellation);

    public override async ValueTask DisposeAsync()
    {
        await _workbook.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task BeginSheetAsync()
    {
        (_rows, _sheets) = (0, _sheets + 1);
        var options = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:{LetterOf(_columns.Count)}1") };
        for (var i = 0; i < _columns.Count; i++)
        {
            options.Column(i + 1).Width = WidthOf(_columns[i].Kind);
        }

        await _workbook.StartWorksheetAsync(
            _sheets == 1 ? _name : string.Create(CultureInfo.InvariantCulture, $"{_name} {_sheets}"), options, _cancellation);
        await _workbook.AddRowAsync(
            [
                .. ColumnLabels.Of(_columns.Select(static column => column.Name), _labels)
                    .Select(label => new Cell(label, _styles.Heading)),
            ],
            _cancellation);
    }

    private Cell CellOf(ExportColumn column, object value) => (column.Kind, value) switch
    {
        (CellKind.YesNo, _) => new Cell(IsYes(value)),
        (_, long number) => new Cell(number),
        (_, double number) => new Cell(number),
        (CellKind.Instant, string text) => TimeCell(WholeSeconds(text), "yyyy-MM-ddTHH:mm:ss", _styles.Instant),
        (CellKind.Day, string text) => TimeCell(text, "yyyy-MM-dd", _styles.Day),
        (CellKind.Address, string { Length: <= LinkLength } text) when Uri.IsWellFormedUriString(text, UriKind.Absolute) =>
            new Cell(Formula.Hyperlink(new Uri(text), text), text, _styles.Link),
        _ => new Cell(Fitted(Text(column, value))),
    };

    // A date that is known in part stays a text.
    private static Cell TimeCell(string text, string format, StyleId style) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time >= FirstDay
            ? new Cell(time, style)
            : new Cell(text);

    private static string Fitted(string text)
    {
        if (text.Length <= CellLength)
        {
            return Escaped(text);
        }

        var end = CellLength - Cut.Length;
        return Escaped(string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), Cut));
    }

    // What looks like the escape of a character stays a text (ECMA-376, 22.9.2.19, ST_Xstring). A carriage return is lost to XML, which
    // makes a line feed of it with the one behind it: escaped, it would be seen as _x000D_ by readers that know no escapes.
    private static string Escaped(string text) => LooksEscaped().Replace(text, "_x005F_");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksEscaped();

    private static double WidthOf(CellKind kind) => kind switch
    {
        CellKind.Number or CellKind.YesNo => 10,
        CellKind.Day => 12,
        CellKind.Instant => 20,
        _ => 30,
    };

    private static string LetterOf(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : $"{LetterOf((column - 1) / 26)}{(char)('A' + ((column - 1) % 26))}";
}
