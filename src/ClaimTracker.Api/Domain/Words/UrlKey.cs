using System.Diagnostics.CodeAnalysis;

namespace ClaimTracker.Api.Domain.Words;

/// <summary>The form in which two addresses are the same page. Addresses themselves are kept as they came.</summary>
internal static class UrlKey
{
    // What only tells who linked to a page, not which page it is.
    private static readonly string[] TrackingPrefixes = ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "igshid="];

    public static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
        && !url.AsSpan().ContainsAny(" \t\r\n");

    /// <summary>
    /// Drops the scheme, a leading <c>www.</c>, the default port, the fragment, tracking parameters and a closing slash;
    /// lower-cases the host.
    /// </summary>
    /// <param name="url">An address that <see cref="IsHttp"/> took; null for none.</param>
    [return: NotNullIfNotNull(nameof(url))]
    public static string? Of(string? url)
    {
        if (url is null)
        {
            return null;
        }

        var uri = new Uri(url);
        var host = uri.IdnHost.ToLowerInvariant();
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(static part =>
            !TrackingPrefixes.Any(prefix => part.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
        var kept = string.Join('&', query);
        return (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host)
            + port + uri.AbsolutePath.TrimEnd('/') + (kept.Length == 0 ? "" : "?" + kept);
    }
}
