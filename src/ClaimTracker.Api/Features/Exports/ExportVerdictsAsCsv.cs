using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>The form of texts that a spreadsheet would run as formulas.</summary>
internal enum Formulas
{
    /// <summary>With an apostrophe before them.</summary>
    Escaped,

    /// <summary>As they are.</summary>
    Raw,
}

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
                "Published verdicts, unless `state` says otherwise, in the order of their ids. The header Claimtracker-Formulas says "
                + "whether formulas are escaped. The header Claimtracker-Checkpoint has a checkpoint of the history, as base64url.";
        });
        Description(
            static d => d.Produces<string>(200, "text/csv").SendsFile("verdicts.csv")
                .SendsHeader("Claimtracker-Formulas", "`escaped` or `raw`: the form of texts that a spreadsheet would run."),
            clearDefaults: true);
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
                HttpContext.Response.Headers["Claimtracker-Formulas"] = formulas.ToWord();
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
