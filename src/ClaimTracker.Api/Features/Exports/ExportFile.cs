using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>The parts that all export files share.</summary>
internal static class ExportFile
{
    /// <summary>
    /// Sets the headers. It is called once the first lines are read, so that an earlier error can still be answered. A checkpoint leaves
    /// the machine with every file, so that the history cannot be rewritten unnoticed.
    /// </summary>
    public static void Begin(HttpContext http, string contentType, string name, Checkpoint checkpoint)
    {
        if (http.Response.HasStarted)
        {
            return;
        }

        http.MarkResponseStart();
        http.Response.ContentType = contentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        http.Response.Headers[Checkpoints.Header] = checkpoint.ToHeader();
        http.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>Says in the description of a route what <see cref="Begin"/> sends.</summary>
    public static RouteHandlerBuilder SendsFile(this RouteHandlerBuilder route, string name) => route
        .SendsHeader("Content-Disposition", $"`attachment; filename=\"{name}\"` (RFC 6266).")
        .SendsHeader(Checkpoints.Header, "A checkpoint of the history: its JSON as base64url, without padding.");

    /// <summary>Asks for published verdicts unless the filter names a state or an instant.</summary>
    public static VerdictFilter OrPublished(this VerdictFilter filter) =>
        filter.State is null && filter.AsOf is null ? filter with { State = VerdictState.Published } : filter;
}
