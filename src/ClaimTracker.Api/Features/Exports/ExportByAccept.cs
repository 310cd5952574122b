using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>
/// Answers a list in the form of its export where a client asks for that form: <c>GET /verdicts</c> with <c>Accept: text/csv</c>. It goes
/// before routing.
/// </summary>
internal static class ExportByAccept
{
    private const string Base = "/api/v1/";

    private static readonly HashSet<string> Lists =
        new[] { VerdictColumns.List, ClaimColumns.List, EvidenceColumns.List, SourceColumns.List, ArticleColumns.List }
            .Select(static list => list.Name).ToHashSet(StringComparer.Ordinal);

    public static Task Route(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method) && ListOf(http.Request.Path.Value!) is { } list)
        {
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
            if (FormOf(http.Request) is { } form)
            {
                http.Request.Path = $"{Base}exports/{list}.{form.ToWord()}";
            }
        }

        return next(http);
    }

    private static string? ListOf(string path) =>
        path.StartsWith(Base, StringComparison.Ordinal) && Lists.Contains(path[Base.Length..]) ? path[Base.Length..] : null;

    // The form that is named and preferred to JSON; null for JSON, which also goes to those who take anything.
    private static ExportFormat? FormOf(HttpRequest request)
    {
        var best = request.GetTypedHeaders().Accept.OrderByDescending(static type => type.Quality ?? 1).FirstOrDefault();
        return best is null ? null : ExportForm.ContentTypes
            .Where(form => best.MediaType.Equals(form.Value, StringComparison.OrdinalIgnoreCase))
            .Select(static form => (ExportFormat?)form.Key)
            .FirstOrDefault();
    }
}
