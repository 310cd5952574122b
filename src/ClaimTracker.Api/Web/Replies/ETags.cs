using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Web.Replies;

/// <summary>
/// Strong entity tags: the hash of the very bytes that a GET sends. Right by construction: whatever changes the representation
/// changes the tag.
/// </summary>
internal static class ETags
{
    private const int Length = 16;

    public static string Of(ReadOnlySpan<byte> body) => OfHash(SHA256.HashData(body));

    /// <param name="hash">SHA-256 of the body.</param>
    public static string OfHash(ReadOnlySpan<byte> hash) => $"\"{Convert.ToHexStringLower(hash[..Length])}\"";

    /// <summary>The tag of a resource as a GET would send it now; that of a text is the tag of its UTF-8.</summary>
    public static string OfResource<T>(T resource) =>
        Of(resource is string text ? Encoding.UTF8.GetBytes(text) : JsonSerializer.SerializeToUtf8Bytes(resource, ApiJson.Options));

    /// <summary>
    /// Whether a client has a resource already (If-None-Match). A proxy that compresses turns our tag into a weak one: for reading, that
    /// counts as the same.
    /// </summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any) || known.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
