using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>The parts that the forms of a clearance share.</summary>
internal static class ClearanceFiles
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public const string Page = "text/html";

    /// <summary>Reads an article with its notes, once its share of the memory is free.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static async Task<Clearance> ReadAsync(HttpContext http, Db db, long article, CancellationToken cancellation)
    {
        var length = await db.AskAsync(tx => VersionReader.LengthAsync(tx, article, version: null), cancellation);
        await MemoryShare.TakeAsync(http, (long)length * ArticleReader.BytesForCharacter);
        return (await db.ReadAsync(tx => ClearanceReader.FindAsync(tx, article, http.Actor()), cancellation))
            .OrNotFound(Subject.Article(article));
    }

    /// <summary>Names the file after the article and the day.</summary>
    public static void Name(HttpContext http, string disposition, long article, string ending, DateTimeOffset now) =>
        http.Response.Headers.ContentDisposition = $"{disposition}; filename=\"clearance-{article}-{now.UtcDateTime:yyyy-MM-dd}.{ending}\"";

    /// <summary>Says in the description of a route what <see cref="Name"/> sends.</summary>
    public static RouteHandlerBuilder SendsName(this RouteHandlerBuilder route, string disposition, string ending) => route.SendsHeader(
        "Content-Disposition",
        $"`{disposition}; filename=\"clearance-1-2026-11-30.{ending}\"` (RFC 6266), with the id of the article and the day.");
}
