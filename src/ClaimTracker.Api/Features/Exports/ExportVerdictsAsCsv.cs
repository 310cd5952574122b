using System.Buffers;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportVerdictsAsCsvRequest : VerdictFilter
{
    /// <summary>escaped (an apostrophe before each formula) if left out; raw is for machines.</summary>
    [QueryParam]
    public Formulas? Formulas { get; init; }
}

internal sealed class ExportVerdictsAsCsvValidator : Validator<ExportVerdictsAsCsvRequest>
{
    public ExportVerdictsAsCsvValidator() => Include(VerdictFilterValidator.Instance);
}

internal sealed class ExportVerdictsAsCsv(Db db, TimeProvider time, Checkpoints checkpoints) : Endpoint<ExportVerdictsAsCsvRequest>
{
    public override void Configure()
    {
        Get("verdicts.csv");
        Group<ExportsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Export a verdict list as CSV";
            s.Description =
                "Published verdicts, unless `state` says otherwise, in the order of their ids. With `articleId` four more columns say what "
                + "became of the line: outcome, outcome_note, sentence_was and needs_recheck. For the desk, each of its own fields has a "
                + "column behind all others: field_topic if claims have it, article_field_topic if articles do. The header "
                + "Claimtracker-Formulas says whether formulas are escaped. The header Claimtracker-Checkpoint has a checkpoint of the "
                + "history, as base64url.";
        });
        Description(
            static d => d.Produces<string>(200, "text/csv").SendsFile("verdicts.csv")
                .SendsHeader("Claimtracker-Formulas", "`escaped` or `raw`: the form of texts that a spreadsheet would run."),
            clearDefaults: true);
    }

    public override async Task HandleAsync(ExportVerdictsAsCsvRequest request, CancellationToken ct)
    {
        var formulas = request.Formulas ?? Formulas.Escaped;
        var columns = await VerdictColumns.OfAsync(db, HttpContext.Actor(), request, ct);
        var file = new ArrayBufferWriter<byte>();
        var csv = new CsvWriter(file, formulas == Formulas.Raw);
        var checkpoint = await checkpoints.TakeAsync(ct);
        if (await ExportFile.IsKnownAsync(Send, checkpoint))
        {
            return;
        }

        var begun = false;
        await foreach (var lines in VerdictLines.ReadAsync(db, time, request.OrPublished(), columns, HttpContext.Actor(), ct))
        {
            if (!begun)
            {
                begun = true;
                ExportFile.Begin(HttpContext, "text/csv; charset=utf-8; header=present", "verdicts.csv", checkpoint);
                HttpContext.Response.Headers["Claimtracker-Formulas"] = formulas.ToWord();
                csv.WriteRow(columns.Select(static c => c.Name));
            }

            foreach (var line in lines)
            {
                csv.WriteRow(columns.Select(column => column.Value(line)));
            }

            await HttpContext.Response.BodyWriter.WriteAsync(file.WrittenMemory, ct);
            file.ResetWrittenCount();
        }
    }
}
