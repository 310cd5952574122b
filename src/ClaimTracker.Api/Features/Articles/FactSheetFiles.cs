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
        var length = await db.ReadAsync(tx => VersionReader.LengthAsync(tx, article, version: null), cancellation);
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

    public static async Task SendCsvAsync(HttpContext http, FactSheetResponse sheet, Formulas formulas)
    {
        Begin(http, Csv + "; charset=utf-8", $"factsheet-{sheet.ArticleId}.csv");
        FactSheetCsv.Write(http.Response.BodyWriter, sheet, formulas == Formulas.Raw);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    public static async Task SendPageAsync(HttpContext http, FactSheetResponse sheet)
    {
        Begin(http, Page + "; charset=utf-8", file: null);
        http.Response.Headers.ContentSecurityPolicy = FactSheetPage.Policy;
        FactSheetPage.Write(http.Response.BodyWriter, sheet);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private static void Begin(HttpContext http, string contentType, string? file)
    {
        http.MarkResponseStart();
        http.Response.ContentType = contentType;
        http.Response.Headers.CacheControl = "no-store";
        if (file is not null)
        {
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        }
    }
}
