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
    private const int Bytes = 16;

    public static string Of(ReadOnlySpan<byte> body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..Bytes])}\"";

    /// <summary>Refuses an edit that was made on another state than the present one (RFC 9110, If-Match).</summary>
    /// <param name="http">The request.</param>
    /// <param name="current">The resource as a GET would give it now, read in the transaction of the edit.</param>
    public static void CheckIfMatch<T>(HttpContext http, T current) =>
        CheckIfMatch(http, () => JsonSerializer.SerializeToUtf8Bytes(current, ApiJson.Options));

    /// <summary>The same, of a resource that is a text.</summary>
    public static void CheckTextIfMatch(HttpContext http, string current) => CheckIfMatch(http, () => Encoding.UTF8.GetBytes(current));

    private static void CheckIfMatch(HttpContext http, Func<byte[]> current)
    {
        var wanted = http.Request.Headers.IfMatch;
        if (!StringValues.IsNullOrEmpty(wanted) && !Matches(wanted, Of(current())))
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
