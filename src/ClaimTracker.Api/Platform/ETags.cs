using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.Problems;
using Microsoft.Extensions.Primitives;

namespace ClaimTracker.Api.Platform;

/// <summary>
/// Strong ETags: the hash of the very bytes that a GET sends. Right by construction: whatever changes the representation
/// changes the tag.
/// </summary>
internal static class ETags
{
    private const int Length = 16;

    public static string Of(ReadOnlySpan<byte> body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..Length])}\"";

    /// <summary>Refuses an edit that was made on another state than the present one (RFC 9110, If-Match), or does not say on which.</summary>
    /// <param name="http">The request.</param>
    /// <param name="current">The resource as a GET would give it now, read in the transaction of the edit.</param>
    public static void CheckIfMatch<T>(HttpContext http, T current) => Check(Required(http), Bytes(current));

    /// <summary>The same, of a resource that is a text.</summary>
    public static void CheckTextIfMatch(HttpContext http, string current) => Check(Required(http), Encoding.UTF8.GetBytes(current));

    /// <summary>The same, where the edit needs no If-Match: it is honoured where it is sent.</summary>
    public static void CheckIfMatchIfSent<T>(HttpContext http, T current)
    {
        if (!StringValues.IsNullOrEmpty(http.Request.Headers.IfMatch))
        {
            Check(http.Request.Headers.IfMatch, Bytes(current));
        }
    }

    private static StringValues Required(HttpContext http) => StringValues.IsNullOrEmpty(http.Request.Headers.IfMatch)
        ? throw new ProblemException(ProblemType.PreconditionRequired, "The header If-Match is missing: send the ETag of the state that you edit. Nothing was written.")
        : http.Request.Headers.IfMatch;

    private static byte[] Bytes<T>(T resource) => JsonSerializer.SerializeToUtf8Bytes(resource, ApiJson.Options);

    private static void Check(StringValues wanted, byte[] current)
    {
        if (!Matches(wanted, Of(current)))
        {
            throw new ProblemException(ProblemType.Stale, "It has changed since the ETag in If-Match was given. Nothing was written.");
        }
    }

    /// <summary>Whether a client has a resource already (If-None-Match). A proxy that compresses makes our tag a weak one: for reading it counts.</summary>
    public static bool IsKnown(StringValues header, string tag) => Listed(header).Any(one => one == "*" || one == tag || one == "W/" + tag);

    private static bool Matches(StringValues header, string tag) => Listed(header).Any(one => one == "*" || one == tag);

    private static IEnumerable<string> Listed(StringValues header) =>
        header.SelectMany(static line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
