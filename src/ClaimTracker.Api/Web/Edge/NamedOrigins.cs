using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// The origins of other sites whose pages may use the API from a browser (CORS, WHATWG Fetch 3.2). A page sends its user's key itself:
/// cookies and other credentials of the browser are never asked for, and there are none.
/// </summary>
/// <param name="origins">The origins, such as https://desk.example, as browsers spell them.</param>
internal sealed class NamedOrigins(IReadOnlyList<string> origins)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    private static readonly string[] Asked =
        ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID"];

    private static readonly string[] Shown =
    [
        "ETag", "Link", "Location", "Content-Disposition", "Retry-After", "RateLimit", "RateLimit-Policy", "Idempotency-Replayed",
        "Text-Differs", "Claimtracker-Checkpoint", "WWW-Authenticate",
    ];

    private readonly HashSet<string> _origins = new(origins, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a request says that a page of one of them sent it.</summary>
    public bool Contains(HttpRequest request) => request.Headers.Origin is [{ } origin] && _origins.Contains(origin);

    public void AddTo(IServiceCollection services) => services.AddSingleton(this).AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .SetIsOriginAllowed(_origins.Contains)
        .WithMethods(Methods)
        .WithHeaders(Asked)
        .WithExposedHeaders(Shown)
        .SetPreflightMaxAge(TimeSpan.FromSeconds(HttpLimits.PreflightSeconds))));

    /// <summary>Goes after routing and before the key is asked for: a preflight has none.</summary>
    public void Use(WebApplication app)
    {
        if (_origins.Count > 0)
        {
            app.Use(VaryByOrigin);
            app.UseCors();
        }
    }

    // The framework says so only to requests that name an origin. A cache would hand the answer to a request without one to a page.
    private static Task VaryByOrigin(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                if (!headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.Origin, StringComparer.OrdinalIgnoreCase))
                {
                    headers.Append(HeaderNames.Vary, HeaderNames.Origin);
                }

                return Task.CompletedTask;
            },
            http);
        return next(http);
    }
}
