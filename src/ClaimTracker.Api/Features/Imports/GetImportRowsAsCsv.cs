using System.Buffers;

namespace ClaimTracker.Api.Features.Imports;

internal sealed class GetImportRowsAsCsv(Db db) : Endpoint<OneRequest>
{
    private static readonly string[] Header = ["line", "outcome", "column", "field", "problem"];

    public override void Configure()
    {
        Get("{id}/rows.csv");
        Group<ImportsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s => s.Summary = "The rows that an import reports, as CSV");
        Description(
            static d => d.Produces<string>(200, "text/csv")
                .SendsHeader("Content-Disposition", "`attachment; filename=\"import-1-rows.csv\"` (RFC 6266), with the id of the import.")
                .ProducesProblem(404),
            clearDefaults: true);
    }

    public override async Task HandleAsync(OneRequest request, CancellationToken ct)
    {
        var rows = await db.ReadAsync(
            async tx =>
            {
                (await ImportReader.FindAsync(tx, request.Id)).OrNotFound(Subject.Import(request.Id));
                return await ImportReader.FirstRowsAsync(tx, request.Id, Limits.ImportReport);
            },
            ct);
        HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"import-{request.Id}-rows.csv\"";
        await Send.LargeFileAsync(output => Write(output, rows), "text/csv; charset=utf-8; header=present");
    }

    private static void Write(IBufferWriter<byte> output, IReadOnlyList<ImportRowResponse> rows)
    {
        var csv = new CsvWriter(output, rawFormulas: false);
        csv.WriteRow(Header);
        foreach (var row in rows)
        {
            csv.WriteRow([row.Line, row.Outcome.ToWord(), row.Column, row.Field, row.Problem]);
        }
    }
}
