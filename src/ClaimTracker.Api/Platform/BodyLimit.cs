using ClaimTracker.Api.Platform.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace ClaimTracker.Api.Platform;

/// <summary>
/// Bounds request bodies. One that says beforehand that it is too large is read to its end, within reason, and dropped: a client
/// that is cut off while it sends never sees the answer.
/// </summary>
internal static class BodyLimit
{
    public static readonly string TooLarge = $"The body must be at most {Limits.RequestBodyBytes:N0} bytes.";

    private const long DroppedBytes = 4L * Limits.RequestBodyBytes;

    public static async Task Enforce(HttpContext http, RequestDelegate next)
    {
        if (http.Request.ContentLength is not > Limits.RequestBodyBytes)
        {
            await next(http);
            return;
        }

        if (http.Request.ContentLength <= DroppedBytes)
        {
            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = DroppedBytes;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        throw Problem.TooLarge(TooLarge);
    }
}
