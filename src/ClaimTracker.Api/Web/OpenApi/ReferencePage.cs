using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>
/// Holds the reference page to this server. The page is a script of others that could call anywhere, and keys are typed into it: the
/// browser runs only what this answer names by its nonce, or what is served here (CSP 3).
/// </summary>
internal static class ReferencePage
{
    private const int NonceBytes = 16;

    public static void Confine(ScalarOptions page, HttpContext http)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
        page.Nonce = nonce; // It also keeps the answer out of caches.
        page.HeadContent = Head(nonce);
        http.Response.Headers.ContentSecurityPolicy = Policy(nonce);
    }

    private static string Policy(string nonce) => string.Join(
        "; ",
        "default-src 'none'",
        $"script-src 'self' 'nonce-{nonce}'",
        $"style-src 'self' 'nonce-{nonce}'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");

    // The page writes its styles itself. It takes the nonce of the first from the meta element, and gives none to those of its theme.
    private static string Head(string nonce) => $$"""
        <meta property="csp-nonce" content="{{nonce}}">
            <script nonce="{{nonce}}">
                const make = Document.prototype.createElement;
                Document.prototype.createElement = function (...what) {
                    const made = make.apply(this, what);
                    if (made instanceof HTMLStyleElement) made.nonce = "{{nonce}}";
                    return made;
                };
            </script>
        """;
}
