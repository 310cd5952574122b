using System.Text;
using ClaimTracker.Api.Platform.Problems;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Platform.Binding;

/// <summary>Reads a whole request body; the server has bounded its size.</summary>
internal static class RequestBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The media type of the body, after a check that it is one of those allowed and in UTF-8.</summary>
    /// <exception cref="ProblemException">415.</exception>
    public static string RequireType(HttpRequest request, params string[] allowed)
    {
        var known = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            && allowed.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);
        return known ? type!.MediaType.Value!.ToLowerInvariant() : throw Problem.UnsupportedMediaType(allowed);
    }

    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, Limits.RequestBodyBytes));
        await request.Body.CopyToAsync(buffer, cancellation);
        return buffer.ToArray();
    }

    /// <summary>The body as text, every character kept, a byte order mark among them.</summary>
    public static async Task<string> ReadTextAsync(HttpRequest request, CancellationToken cancellation)
    {
        var bytes = await ReadAsync(request, cancellation);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw Problem.Malformed($"The body must be UTF-8. The byte at {fault.Index} (counted from 0) begins no UTF-8 character.");
        }
    }
}
