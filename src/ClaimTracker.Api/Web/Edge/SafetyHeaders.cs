namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// What every answer tells browsers, errors and pages too: take it for what it says it is, run nothing in it, and show it to no other
/// site unless it is public. Programs ignore it.
/// </summary>
internal static class SafetyHeaders
{
    /// <summary>Nothing is loaded, run or framed: for all that is no page with a policy of its own (CSP 3).</summary>
    private const string NothingRuns = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>A year (RFC 6797). The hosts below ours may belong to others, and are left alone.</summary>
    private const string OnlyHttps = "max-age=31536000";

    private static readonly string NoFeatures = string.Join(", ", new[]
    {
        "accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "clipboard-read", "display-capture", "encrypted-media",
        "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi",
        "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "web-share",
        "xr-spatial-tracking",
    }.Select(static feature => feature + "=()"));

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state => Write((HttpContext)state), http);
        return next(http);
    }

    // When the answer starts, since an error clears the headers that were set before it.
    private static Task Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = NoFeatures;
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = NothingRuns;
        }

        // Over http it would mean nothing, and of this machine's own names it would lock out everything else that is served there.
        if (http.Request.IsHttps && !ServedHosts.IsLoopback(http.Request.Host.Host))
        {
            headers.StrictTransportSecurity = OnlyHttps;
        }

        return Task.CompletedTask;
    }
}
