using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Api.Web.Replies;

/// <summary>
/// Compresses what clients read (RFC 9110, 8.4). It is safe over https too: a page of another site cannot guess at our answers by their
/// length (BREACH), since it cannot make a browser send a key. Answers with a secret are left out all the same, so that this does not
/// depend on how keys are sent. Errors are short, and stay as they are.
/// </summary>
internal sealed class Compression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options), IResponseCompressionProvider
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddResponseCompression(static compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["application/json", NdJson.ContentType, "text/csv", "text/plain", "text/markdown"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(static brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(static gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, Compression>(); // Instead of the framework's, which was added before.
    }

    /// <summary>Keeps the answer as it is, whatever the client accepts.</summary>
    public static void Forbid(HttpContext http) =>
        http.Features.Get<IHttpsCompressionFeature>()?.Mode = HttpsCompressionMode.DoNotCompress;

    /// <summary>Says of a 304 what its 200 would say: that caches keep one answer for each encoding (RFC 9110, 15.4.5).</summary>
    public static void Vary(HttpContext http, long length)
    {
        if (length >= HttpLimits.CompressedFromBytes)
        {
            http.Response.Headers.Append("Vary", "Accept-Encoding");
        }
    }

    /// <summary>Every request is looked at: the answer to a client that accepts no coding varies as well.</summary>
    bool IResponseCompressionProvider.CheckRequestAcceptsCompression(HttpContext context) => true;

    public override bool ShouldCompressResponse(HttpContext context) =>
        !(context.Response.ContentLength < HttpLimits.CompressedFromBytes)
        && context.Features.Get<IHttpsCompressionFeature>()?.Mode != HttpsCompressionMode.DoNotCompress
        && base.ShouldCompressResponse(context);

    public override ICompressionProvider? GetCompressionProvider(HttpContext context)
    {
        var chosen = context.Request.Headers.AcceptEncoding.Count > 0 ? base.GetCompressionProvider(context) : null;
        if (chosen is not null && context.Response.Headers.ETag is [{ } tag])
        {
            context.Response.Headers.ETag = ETags.OfEncoding(tag, chosen.EncodingName);
        }

        return chosen;
    }
}
