using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>Tells whether two requests are the same: their method, their address and the bytes of their body.</summary>
internal sealed class RequestDigest
{
    private readonly byte[] _body;

    private RequestDigest(byte[] body) => _body = body;

    /// <summary>Remembers the body that was read; only of a request that has a key, since nobody else asks.</summary>
    public static void Remember(HttpContext http, ReadOnlySpan<byte> body)
    {
        if (http.Request.Headers.ContainsKey(IdempotencyKey.Header))
        {
            http.Features.Set(new RequestDigest(SHA256.HashData(body)));
        }
    }

    /// <summary>Remembers the SHA-256 of a body that was not kept in memory.</summary>
    public static void RememberHash(HttpContext http, byte[] sha256) => http.Features.Set(new RequestDigest(sha256));

    /// <summary>SHA-256 of a request whose body has been read, as hexadecimal digits.</summary>
    public static string Of(HttpContext http)
    {
        var head = Encoding.UTF8.GetBytes(
            $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n{http.Request.ContentType}\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. head, .. http.Features.Get<RequestDigest>()?._body ?? []]));
    }

    /// <summary>The digest of one line of a body.</summary>
    public static string OfLine(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line));
}
