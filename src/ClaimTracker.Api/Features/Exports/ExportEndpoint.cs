using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>The routes of a list that is exported: one for each format, with the filters of the list.</summary>
internal abstract class ExportEndpoint<TRequest> : Endpoint<TRequest>
    where TRequest : IExportRequest
{
    private const string Forms =
        "csv, xlsx or jsonl (a JSON object a line), in the order of ids. `columns` chooses columns and their order, `labels` gives them "
        + "headings for people, and `changedSince` leaves out what has not changed since. ";

    /// <summary>The list.</summary>
    protected abstract ExportList List { get; }

    /// <summary>The conditions on its ids for a read, as the actor may see them.</summary>
    protected abstract Task<Filter> FilterAsync(ReadTx tx, Actor actor, TRequest request, DateTimeOffset now);

    /// <summary>A list that goes along in a workbook, on a sheet of its own, with the same ids; null for none.</summary>
    protected virtual ExportList? SecondSheet => null;

    public sealed override async Task HandleAsync(TRequest request, CancellationToken ct)
    {
        var (db, time, actor) = (Resolve<Db>(), Resolve<TimeProvider>(), HttpContext.Actor());
        var form = ExportForm.Of(HttpContext, request);
        var columns = form.Of(await ExportColumns.ChooseAsync(db, List, actor, request.Columns, ct));
        var checkpoint = await Resolve<Checkpoints>().TakeAsync(ct);
        if (await ExportFile.IsKnownAsync(Send, checkpoint))
        {
            return;
        }

        ExportWriter? file = null;
        try
        {
            var count = 0L;
            await foreach (var rows in RowsOf(List, columns))
            {
                if (file is null)
                {
                    ExportFile.Begin(
                        HttpContext, form.ContentType, ExportFile.NameOf(List.Name, form.Format.ToWord(), checkpoint.At), checkpoint);
                    HttpContext.Response.Headers[ExportForm.FormulasHeader] = form.Formulas;
                    file = await form.OpenAsync(HttpContext.Response.BodyWriter, ct);
                    await file.BeginAsync(List.Name, columns);
                }

                await file.WriteAsync(rows);
                count += rows.Count;
                if (HeadAndOptions.IsHead(HttpContext))
                {
                    return; // All headers are known.
                }
            }

            if (file is WorkbookFile workbook)
            {
                await AddSheetsAsync(workbook, checkpoint, count);
            }

            await file!.EndAsync();
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }

        IAsyncEnumerable<IReadOnlyList<object?[]>> RowsOf(ExportList list, IReadOnlyList<ExportColumn> columns) => ExportReader.ReadAsync(
            db, time, list, columns, (tx, present) => FilterAsync(tx, present, request, checkpoint.At), actor, ct);

        async Task AddSheetsAsync(WorkbookFile workbook, Checkpoint checkpoint, long count)
        {
            if (SecondSheet is { } second)
            {
                await workbook.BeginAsync(second.Name, second.Columns);
                await foreach (var rows in RowsOf(second, second.Columns))
                {
                    await workbook.WriteAsync(rows);
                }
            }

            await workbook.AddAboutAsync(HttpContext, checkpoint, count);
        }
    }

    /// <summary>Describes the routes of the list.</summary>
    protected void Exports(Permission permission, string what)
    {
        Get([.. Enum.GetValues<ExportFormat>().Select(format => $"{List.Name}.{format.ToWord()}")]);
        Policies(permission.ToString());
        Summary(s =>
        {
            s.Summary = $"Export a list of {List.Name}";
            s.Description = Forms + what;
        });
        Description(
            d => d.AnswersForms(ExportForm.ByExtension)
                .SendsFile($"{List.Name}-2026-01-31.csv")
                .SendsHeader(ExportForm.FormulasHeader, "`escaped` or `raw`: the form of texts that a spreadsheet would run; csv only."),
            clearDefaults: true);
    }
}
