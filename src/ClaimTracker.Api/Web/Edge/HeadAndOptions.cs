namespace ClaimTracker.Api.Web.Edge;

/// <summary>HEAD wherever there is GET, and OPTIONS wherever there is anything, so that no route has to declare them.</summary>
internal static class HeadAndOptions
{
    private static readonly object HeadKey = new();

    /// <summary>Whether a request that is routed as a GET is a HEAD: an answer without an end must not begin.</summary>
    public static bool IsHead(HttpContext http) => http.Items.ContainsKey(HeadKey);

    /// <summary>Goes before routing: a HEAD is routed as a GET, and its body is dropped.</summary>
    public static Task RouteHeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
            http.Response.Body = Stream.Null;
            http.Items[HeadKey] = true;
        }

        return next(http);
    }

    /// <summary>Goes after routing: a path that refuses a method lists those it takes; for OPTIONS that list is the answer.</summary>
    public static async Task AnswerOptions(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.HasStarted || http.Response.StatusCode != StatusCodes.Status405MethodNotAllowed)
        {
            return;
        }

        var methods = http.Response.Headers.Allow.ToString().Split(", ");
        http.Response.Headers.Allow = string.Join(
            ", ", methods.Contains("GET", StringComparer.Ordinal) ? ["HEAD", .. methods, "OPTIONS"] : [.. methods, "OPTIONS"]);
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}
