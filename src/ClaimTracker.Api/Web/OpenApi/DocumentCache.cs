using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>The document as bytes. Routes do not change while the program runs: it is written once, at the first call.</summary>
internal sealed class DocumentCache([FromKeyedServices(ApiDescription.DocumentName)] IOpenApiDocumentProvider documents)
{
    private readonly Lazy<Task<byte[]>> _bytes = new(() => WriteAsync(documents));

    public async Task SendAsync(HttpContext http)
    {
        var bytes = await _bytes.Value;
        var tag = ETags.Of(bytes);
        var known = ETags.Known(http.Request, tag);
        http.Response.Headers.ETag = known ?? tag;
        if (known is not null)
        {
            Compression.Vary(http, bytes.Length);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static async Task<byte[]> WriteAsync(IOpenApiDocumentProvider documents)
    {
        var document = await documents.GetOpenApiDocumentAsync(CancellationToken.None);
        using var buffer = new MemoryStream();
        await document.SerializeAsJsonAsync(buffer, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return buffer.ToArray();
    }
}
