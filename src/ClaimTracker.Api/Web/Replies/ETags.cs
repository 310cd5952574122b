using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Web.Replies;

/// <summary>
/// Strong entity tags: the hash of the very bytes that a GET sends. Right by construction: whatever changes the representation
/// changes the tag. What is too long to be hashed before it is sent has a weak one.
/// </summary>
internal static class ETags
{
    private const int Length = 16;

    private static readonly string[] Codings = ["-br", "-gzip"];

    public static string Of(ReadOnlySpan<byte> body) => OfHash(SHA256.HashData(body));

    /// <param name="hash">SHA-256 of the body.</param>
    public static string OfHash(ReadOnlySpan<byte> hash) => $"\"{Convert.ToHexStringLower(hash[..Length])}\"";

    /// <summary>The tag of a resource as a GET would send it now; that of a text is the tag of its UTF-8.</summary>
    public static string OfResource<T>(T resource) =>
        Of(resource is string text ? Encoding.UTF8.GetBytes(text) : JsonSerializer.SerializeToUtf8Bytes(resource, ApiJson.Options));

    /// <summary>
    /// A weak tag of all that a representation is made from. It is weak since it names no bytes (RFC 9110, 8.8.1): what is read in several
    /// steps may differ in what changed between them, under one tag.
    /// </summary>
    public static string OfOrigin(params IEnumerable<string> origin) => $"W/{Of(Encoding.UTF8.GetBytes(string.Join('\n', origin)))}";

    /// <summary>
    /// The tag of the same resource in a content coding: other bytes, and so another strong tag (RFC 9110, 8.8.3.3). A weak one names no
    /// bytes, and stays.
    /// </summary>
    public static string OfEncoding(string tag, string encoding) =>
        tag.StartsWith("W/", StringComparison.Ordinal) ? tag : $"{tag.AsSpan(0, tag.Length - 1)}-{encoding}\"";

    /// <summary>The tag without its content coding. Proxies that compress add the same (Apache: <c>-gzip</c>).</summary>
    public static EntityTagHeaderValue WithoutEncoding(EntityTagHeaderValue tag)
    {
        var text = tag.Tag.ToString().Trim('"');
        var coding = Codings.FirstOrDefault(coding => text.EndsWith(coding, StringComparison.Ordinal));
        return coding is null ? tag : new EntityTagHeaderValue($"\"{text[..^coding.Length]}\"", tag.IsWeak);
    }

    /// <summary>
    /// The tag of the representation that a client has already (If-None-Match), in the form that it sent; null where it has none. A
    /// proxy that compresses may turn our tag into a weak one: for reading, that counts as the same.
    /// </summary>
    public static string? Known(HttpRequest request, string tag)
    {
        var current = EntityTagHeaderValue.Parse(tag);
        var known = request.GetTypedHeaders().IfNoneMatch.FirstOrDefault(known =>
            known.Equals(EntityTagHeaderValue.Any) || WithoutEncoding(known).Compare(current, useStrongComparison: false));
        return known is null ? null : known.IsWeak || known.Equals(EntityTagHeaderValue.Any) ? tag : known.ToString();
    }
}
