using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>What all export files have in common.</summary>
internal static class ExportFile
{
    /// <summary>
    /// Sets the headers; called when the first lines are read, so that an error before is still an answer. A checkpoint leaves the
    /// machine with every file: the history can then not be rewritten unseen.
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

    /// <summary>A file shows what the desk stands by, unless a state is asked for.</summary>
    public static VerdictFilter OrPublished(this VerdictFilter filter) =>
        filter.State is null && filter.AsOf is null ? filter with { State = VerdictState.Published } : filter;
}
