namespace ClaimTracker.Api.Domain.Access;

/// <summary>
/// What caches and other sites may keep of an answer of the API: nothing that needed a key and no error; what the public got for a
/// minute, so that a correction is seen soon. An answer depends on the key, and no cache may hand it to the holder of another, or of none.
/// </summary>
internal static class CacheRules
{
    private static readonly string OfPublic = $"public, max-age={HttpLimits.PublicSeconds}";

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.OnStarting(static state => Write((HttpContext)state), http);
        }

        return next(http);
    }

    // When the answer starts, since an error clears the headers that were set before it.
    private static Task Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.Append("Vary", "Authorization");
        if (ActorIdentity.Find(http.User) == Actor.Public && http.Response.StatusCode < 400)
        {
            headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : OfPublic;
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
        else
        {
            headers.CacheControl = "private, no-store";
        }

        return Task.CompletedTask;
    }
}
