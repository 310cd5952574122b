using System.Globalization;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>The parts that all export files share.</summary>
internal static class ExportFile
{
    /// <summary>Answers 304, without reading a line, when the client has the file already; otherwise gives the file its tag.</summary>
    /// <returns>Whether the client has it.</returns>
    public static Task<bool> IsKnownAsync(IResponseSender send, Checkpoint checkpoint)
    {
        send.HttpContext.Response.Headers.CacheControl = "no-store";
        return send.IsKnownAsync(TagOf(send.HttpContext, checkpoint));
    }

    /// <summary>
    /// Sets the headers. It is called once the first lines are read, so that an earlier error can still be answered. A checkpoint leaves
    /// the machine with every file, so that the history cannot be rewritten unnoticed.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="contentType">What the file is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    public static void Begin(HttpContext http, string contentType, string name, Checkpoint checkpoint)
    {
        http.MarkResponseStart();
        http.Response.ContentType = contentType;
        var place = contentType.StartsWith("text/html", StringComparison.Ordinal) ? "inline" : "attachment"; // A browser shows a page.
        http.Response.Headers.ContentDisposition = $"{place}; filename=\"{name}\"";
        http.Response.Headers[Checkpoints.Header] = checkpoint.ToHeader();
    }

    /// <summary>The name of a file: that of its list, and the day (UTC) on which it was exported.</summary>
    public static string NameOf(string list, string extension, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}-{at.UtcDateTime:yyyy-MM-dd}.{extension}");

    /// <summary>Says in the description of a route what <see cref="Begin"/> sends.</summary>
    public static RouteHandlerBuilder SendsFile(this RouteHandlerBuilder route, string name) => route
        .SendsHeader("Content-Disposition", $"`attachment; filename=\"{name}\"`, with the day (UTC; RFC 6266).")
        .SendsHeader(Checkpoints.Header, "A checkpoint of the history: its JSON as base64url, without padding.");

    /// <summary>Asks for published verdicts unless the filter names a state or an instant.</summary>
    public static VerdictFilter OrPublished(this VerdictFilter filter) =>
        filter is { State: null, AsOf: null } ? filter with { State = [VerdictState.Published] } : filter;

    // The program, who asks for what in which form, the day that `reviewDue` counts from, and the last event. It is taken before the first
    // line is read: a file that changed while it was sent has a tag that no later request gets 304 for.
    private static string TagOf(HttpContext http, Checkpoint checkpoint) => ETags.OfOrigin(
        typeof(ExportFile).Module.ModuleVersionId.ToString(),
        $"{http.Request.Path}{http.Request.QueryString}",
        http.Request.Headers.Accept.ToString(),
        http.Actor().Name,
        http.Actor().Role.ToWord(),
        checkpoint.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        checkpoint.Head);
}
