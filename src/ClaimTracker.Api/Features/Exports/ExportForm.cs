using System.IO.Pipelines;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>What every export takes besides the filters of its list.</summary>
internal interface IExportRequest
{
    IReadOnlyList<string>? Columns { get; }

    HeadingLanguage? Labels { get; }

    bool? Bom { get; }

    Formulas? Formulas { get; }

    DateTimeOffset? ChangedSince { get; }
}

/// <summary>The forms of an exported list.</summary>
internal enum ExportFormat { Csv, Xlsx, Jsonl }

/// <summary>The form that a request asks for.</summary>
/// <param name="Format">The format, which the path ends in.</param>
/// <param name="Labels">The language of the headings; null for the names of the columns.</param>
/// <param name="Bom">Whether a CSV file begins with a byte order mark, by which a spreadsheet knows UTF-8 on a double click.</param>
/// <param name="IsRaw">Whether a CSV file is for programs: no text is escaped for spreadsheets, and instants have their <c>Z</c>.</param>
internal sealed record ExportForm(ExportFormat Format, HeadingLanguage? Labels, bool Bom, bool IsRaw)
{
    public const string FormulasHeader = "Claimtracker-Formulas";

    public static readonly IReadOnlyDictionary<ExportFormat, string> ContentTypes = new Dictionary<ExportFormat, string>
    {
        [ExportFormat.Csv] = "text/csv",
        [ExportFormat.Xlsx] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [ExportFormat.Jsonl] = NdJson.ContentType,
    };

    /// <summary>The content types by the extension of the path.</summary>
    public static readonly IReadOnlyDictionary<string, string> ByExtension =
        ContentTypes.ToDictionary(static form => form.Key.ToWord(), static form => form.Value, StringComparer.Ordinal);

    public string ContentType => Format == ExportFormat.Csv ? "text/csv; charset=utf-8; header=present" : ContentTypes[Format];

    /// <summary>What the header about formulas says; null where nothing could run.</summary>
    public string? Formulas => Format != ExportFormat.Csv ? null
        : (IsRaw ? Web.Replies.Formulas.Raw : Web.Replies.Formulas.Escaped).ToWord();

    /// <summary>The columns as this form reads them.</summary>
    public IReadOnlyList<ExportColumn> Of(IReadOnlyList<ExportColumn> columns) =>
        Format == ExportFormat.Jsonl ? columns : [.. columns.Select(static column => column.InCell())];

    /// <summary>Opens the file that is written to an answer.</summary>
    public async Task<ExportWriter> OpenAsync(PipeWriter output, CancellationToken cancellation) => Format switch
    {
        ExportFormat.Csv => new CsvFile(output, this, cancellation),
        ExportFormat.Xlsx => await WorkbookFile.CreateAsync(output, Labels, cancellation),
        _ => new JsonLinesFile(output, cancellation),
    };

    /// <exception cref="ProblemException">400: the format has no such option.</exception>
    public static ExportForm Of(HttpContext http, IExportRequest request)
    {
        var path = http.Request.Path.Value!;
        var format = EnumWords.Parse<ExportFormat>(path[(path.LastIndexOf('.') + 1)..]);
        if (format != ExportFormat.Csv && request.Bom is not null)
        {
            throw Problem.Invalid("bom", "can be sent for csv only");
        }

        if (format != ExportFormat.Csv && request.Formulas is not null)
        {
            throw Problem.Invalid("formulas", "can be sent for csv only: xlsx and jsonl have typed values, which nothing runs");
        }

        if (format == ExportFormat.Jsonl && request.Labels is not null)
        {
            throw Problem.Invalid("labels", "can be sent for csv and xlsx only: the members of jsonl keep their names");
        }

        return new ExportForm(
            format, request.Labels, request.Bom ?? IsBrowser(http.Request), request.Formulas == Web.Replies.Formulas.Raw);
    }

    // What a person opens in a browser is opened by a double click next.
    private static bool IsBrowser(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
