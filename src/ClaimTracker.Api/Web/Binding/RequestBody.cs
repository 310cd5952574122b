using System.Reflection;
using ClaimTracker.Api.Web.Edge;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>Reads a whole request body; the server has bounded its size, and large ones wait for memory.</summary>
internal static class RequestBody
{
    private const string Utf8 = "utf-8";

    /// <summary>What is made of a body takes so many times its bytes: texts, trees and rows.</summary>
    private const int BytesForByte = 32;

    /// <summary>Read of a body that does not say how long it is, before it counts as the longest.</summary>
    private const int UncountedBytes = MemoryGate.FreeBytes / BytesForByte;

    /// <summary>The media type of the body in lower case: one of those allowed.</summary>
    /// <exception cref="ProblemException">
    /// 415: another type, a Content-Encoding, or an encoding that is not UTF-8 nor, for text, another one that can be read.
    /// </exception>
    public static string RequireType(HttpRequest request, params string[] allowed)
    {
        if (request.Headers.ContentEncoding.Any(static coding => !string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw Problem.UnsupportedMediaType("The body must be sent as it is, without a Content-Encoding.");
        }

        var known = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && allowed.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            && CharsetOf(type) is var charset
            && (string.Equals(charset ?? Utf8, Utf8, StringComparison.OrdinalIgnoreCase)
                || (type.Type.Equals("text", StringComparison.OrdinalIgnoreCase) && TextDecoder.Supports(charset!)));
        return known ? type!.MediaType.Value!.ToLowerInvariant() : throw Problem.UnsupportedMediaType(allowed);
    }

    /// <summary>Whether a request has neither a body nor the type of one.</summary>
    public static bool IsMissing(HttpRequest request) =>
        string.IsNullOrEmpty(request.ContentType)
        && request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false;

    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = request.ContentLength is { } length
            ? await ReadKnownAsync(request, (int)Math.Min(length, HttpLimits.RequestBodyBytes), cancellation)
            : await ReadUnknownAsync(request, cancellation);
        RequestDigest.Remember(request.HttpContext, body);
        return body;
    }

    private static async Task<byte[]> ReadKnownAsync(HttpRequest request, int length, CancellationToken cancellation)
    {
        await MemoryShare.TakeAsync(request.HttpContext, (long)length * BytesForByte);
        var body = new byte[length];
        await request.Body.ReadExactlyAsync(body, cancellation);
        return await request.Body.ReadAsync(new byte[1], cancellation) == 0 ? body : throw Problem.BodyTooLarge();
    }

    private static async Task<byte[]> ReadUnknownAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var part = new byte[UncountedBytes];
        var read = await request.Body.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, cancellation);
        await buffer.WriteAsync(part.AsMemory(0, read), cancellation);
        if (read == part.Length)
        {
            await MemoryShare.TakeAsync(request.HttpContext, (long)HttpLimits.RequestBodyBytes * BytesForByte);
            await request.Body.CopyToAsync(buffer, cancellation);
        }

        return buffer.ToArray();
    }

    /// <summary>
    /// Reads the body as text, every character kept, including a byte order mark. It is in the encoding that Content-Type names, else in
    /// UTF-8; only a page may say itself which encoding it is in.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="member">The member that it is in a JSON body.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ProblemException">400: bytes that are not in that encoding, or characters that cannot be kept.</exception>
    public static async Task<string> ReadTextAsync(HttpRequest request, PropertyInfo member, CancellationToken cancellation)
    {
        var bytes = await ReadAsync(request, cancellation);
        var type = MediaTypeHeaderValue.Parse(request.ContentType);
        var charset = CharsetOf(type);
        string text;
        try
        {
            text = charset is null && type.SubType.Equals("html", StringComparison.OrdinalIgnoreCase)
                ? TextDecoder.DecodePage(bytes)
                : TextDecoder.Decode(bytes, charset ?? Utf8);
        }
        catch (ArticleReadException refused)
        {
            throw Problem.Malformed(refused.Message);
        }

        return !member.GetCustomAttribute<TextBodyAttribute>()!.IsUnguarded && TextGuard.Check(text) is { } wrong
            ? throw Problem.Invalid(RequestShape.NameOf(member), wrong)
            : text;
    }

    /// <summary>Reads the body as it is.</summary>
    public static async Task<FileBody> ReadFileAsync(HttpRequest request, CancellationToken cancellation)
    {
        var type = MediaTypeHeaderValue.Parse(request.ContentType);
        return new FileBody(type.MediaType.Value!.ToLowerInvariant(), CharsetOf(type), await ReadAsync(request, cancellation));
    }

    private static string? CharsetOf(MediaTypeHeaderValue type) =>
        type.Charset.HasValue ? HeaderUtilities.RemoveQuotes(type.Charset).ToString() : null;
}
