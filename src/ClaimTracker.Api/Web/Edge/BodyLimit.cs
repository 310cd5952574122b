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
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<LargeBody>()?.Bytes ?? HttpLimits.RequestBodyBytes;
        if (http.Request.ContentLength is not { } length || length <= limit)
        {
            if (limit > HttpLimits.RequestBodyBytes)
            {
                http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = limit;
            }

            await next(http);
            return;
        }

        if (length <= DroppedBytes)
        {
            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = DroppedBytes;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        throw Problem.BodyTooLarge(limit);
    }
}

/// <summary>Marks a route that takes larger bodies than others, and does not keep them in memory.</summary>
/// <param name="Bytes">The largest.</param>
internal sealed record LargeBody(long Bytes);
