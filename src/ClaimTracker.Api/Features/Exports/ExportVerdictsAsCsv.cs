using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Events;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>What becomes of text that a spreadsheet would take for a formula.</summary>
internal enum Formulas
{
    /// <summary>An apostrophe goes before it.</summary>
    Escaped,

    /// <summary>Nothing.</summary>
    Raw,
}

internal sealed record ExportVerdictsAsCsvRequest : VerdictFilter
{
    /// <summary>escaped (an apostrophe goes before what a spreadsheet would run), unless a machine asks for raw.</summary>
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
        Get("/verdicts.csv");
        Group<ExportsGroup>();
        Description(static d => d
            .For(Permission.ReadPublished)
            .Says("Export a verdict list as CSV", "Published verdicts, unless `state` says otherwise, in the order of their ids. The header Claimtracker-Formulas says whether formulas are escaped; Claimtracker-Checkpoint is a checkpoint of the history, as base64url.")
            .Gives<string>("text/csv"));
    }

    public override async Task HandleAsync(ExportVerdictsAsCsvRequest request, CancellationToken ct)
    {
        var formulas = request.Formulas ?? Formulas.Escaped;
        var csv = new CsvWriter(HttpContext.Response.BodyWriter, formulas == Formulas.Raw);
        var checkpoint = await checkpoints.TakeAsync(ct);
        var begun = false;
        await foreach (var lines in VerdictLines.ReadAsync(db, time, request.OrPublished(), HttpContext.Actor(), ct))
        {
            if (!begun)
            {
                begun = true;
                ExportFile.Begin(HttpContext, "text/csv; charset=utf-8; header=present", "verdicts.csv", checkpoint);
                HttpContext.Response.Headers["Claimtracker-Formulas"] = formulas == Formulas.Raw ? "raw" : "escaped";
                csv.WriteRow(VerdictColumns.All.Select(static c => c.Name));
            }

            foreach (var line in lines)
            {
                csv.WriteRow(VerdictColumns.All.Select(column => column.Value(line)));
            }

            await HttpContext.Response.BodyWriter.FlushAsync(ct);
        }
    }
}
