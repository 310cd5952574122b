using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimTracker.Api.Domain.SignIn;
using ClaimTracker.Api.Web.Health;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Features.Help;

/// <summary>The address that everybody tries first: a page for a person, and the entry points for a program that asks for JSON.</summary>
internal static class FrontDoor
{
    public const string Address = "/";

    // What stands between these is for a desk that lets the public read.
    private const string PublicFrom = "<!-- public -->";
    private const string PublicTo = "<!-- /public -->";
    private const string Json = "application/json";

    private static readonly string Page = Read();

    // Nothing is loaded and nothing runs: one style, by its hash, and the picture in the page (CSP 3).
    private static readonly string Policy = string.Join(
        "; ",
        "default-src 'none'",
        $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Between(Page, "<style>", "</style>"))))}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");

    public static void MapFrontDoor(this IEndpointRouteBuilder app) => app.MapGet(Address, AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext http, RecentReadiness readiness, AccessSettings access)
    {
        var ready = await readiness.LookAsync();
        http.Response.Headers.Vary = HeaderNames.Accept;
        http.Response.Headers.CacheControl = "no-cache";
        if (PrefersJson(http.Request))
        {
            var entries = JsonSerializer.SerializeToUtf8Bytes(EntryPoints.Of(ready, access.Public), ApiJson.Options);
            return Results.Bytes(entries, Json + "; charset=utf-8"); // Of a length that HEAD can tell.
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Text(Fill(ready, access.Public), "text/html", Encoding.UTF8);
    }

    // The first of the best that are named: a browser names text/html, and curl names nothing in particular.
    private static bool PrefersJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.MaxBy(static type => type.Quality ?? 1) is { } best
        && best.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase);

    private static string Fill(bool ready, bool isPublic)
    {
        var page = isPublic ? Page : Page.Replace(Between(Page, PublicFrom, PublicTo), "", StringComparison.Ordinal);
        return page.Replace(PublicFrom, "", StringComparison.Ordinal)
            .Replace(PublicTo, "", StringComparison.Ordinal)
            .Replace("{version}", ApiInfo.Version, StringComparison.Ordinal)
            .Replace("{ready}", ready ? "is ready" : "is not ready", StringComparison.Ordinal);
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, StringComparison.Ordinal)];
    }

    private static string Read()
    {
        using var stream = typeof(FrontDoor).Assembly.GetManifestResourceStream("Help/front.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Where a program begins. Addresses are those of the host that was asked.</summary>
    private sealed record EntryPoints(
        string Name, string Version, bool Ready, string Api, string Openapi, string Reference, string Guides, string Readiness)
    {
        /// <summary>The published verdicts, where the public may read them; null elsewhere.</summary>
        public string? Reviews { get; private init; }

        public static EntryPoints Of(bool ready, bool isPublic) => new(
            "ClaimTracker", ApiInfo.Version, ready, "/api/v1", "/openapi/v1.json", "/scalar", HelpPages.Address, "/readyz")
        {
            Reviews = isPublic ? "/api/v1/verdicts" : null,
        };
    }
}
