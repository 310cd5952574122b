using Microsoft.AspNetCore.Http.Features;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// Bounds request bodies. One that says beforehand that it is too large is read to its end, within reason, and dropped: a client
/// that is cut off while it sends never sees the answer.
/// </summary>
internal static class BodyLimit
{
    private const long DroppedBytes = 4L * HttpLimits.RequestBodyBytes;

    public static async Task Enforce(HttpContext http, RequestDelegate next)
    {
        if (http.Request.ContentLength is not > HttpLimits.RequestBodyBytes)
        {
            await next(http);
            return;
        }

        if (http.Request.ContentLength <= DroppedBytes)
        {
            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = DroppedBytes;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        throw Problem.BodyTooLarge();
    }
}
