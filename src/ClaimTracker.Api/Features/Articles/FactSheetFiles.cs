using ClaimTracker.Api.Web.Edge;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Features.Articles;

internal enum FactSheetForm { Json, Csv, Html }

/// <summary>The parts that the forms of a fact sheet share.</summary>
internal static class FactSheetFiles
{
    private const string Csv = "text/csv";
    private const string Page = "text/html";

    /// <summary>Reads a fact sheet, once its share of the memory is free.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static async Task<FactSheetResponse> ReadAsync(HttpContext http, Db db, long article, CancellationToken cancellation)
    {
        var length = await db.AskAsync(tx => VersionReader.LengthAsync(tx, article, version: null), cancellation);
        await MemoryShare.TakeAsync(http, (long)length * ArticleReader.BytesForCharacter);
        return (await db.ReadAsync(tx => FactSheetReader.FindAsync(tx, article, http.Actor()), cancellation))
            .OrNotFound(Subject.Article(article));
    }

    /// <summary>The first form in the order of Accept (RFC 9110) that there is; JSON if it names none.</summary>
    public static FactSheetForm Preferred(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(static accepted => accepted.Quality ?? 1)
        .Select(static accepted => accepted.MediaType.Value switch
        {
            Csv => FactSheetForm.Csv,
            Page => FactSheetForm.Html,
            "application/json" or "*/*" => FactSheetForm.Json,
            _ => (FactSheetForm?)null,
        })
        .FirstOrDefault(static form => form is not null) ?? FactSheetForm.Json;

    public static Task SendCsvAsync(IResponseSender send, FactSheetResponse sheet, Formulas formulas)
    {
        send.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"factsheet-{sheet.ArticleId}.csv\"";
        return send.LargeFileAsync(
            output => FactSheetCsv.Write(output, sheet, formulas == Formulas.Raw), Csv + "; charset=utf-8; header=present");
    }

    public static Task SendPageAsync(IResponseSender send, FactSheetResponse sheet)
    {
        send.HttpContext.Response.Headers.ContentSecurityPolicy = FactSheetPage.Policy;
        return send.LargeFileAsync(output => FactSheetPage.Write(output, sheet), Page + "; charset=utf-8");
    }
}
