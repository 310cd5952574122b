using System.Diagnostics.CodeAnalysis;

namespace ClaimTracker.Api.Domain.Words;

/// <summary>The form in which two addresses are the same page. Addresses themselves are kept as they came.</summary>
internal static class UrlKey
{
    // What only tells who linked to a page, not which page it is.
    private static readonly string[] TrackingPrefixes =
        ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "igshid=", "si=", "ref=", "ref_src=", "_ga=", "amp=", "outputtype=amp"];

    // The same page for small screens.
    private static readonly string[] SmallHosts = ["m.", "mobile.", "amp."];
    private const string SmallPath = "/amp";

    public static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
        && !url.AsSpan().ContainsAny(" \t\r\n");

    /// <summary>
    /// Drops the scheme, a leading <c>www.</c>, the default port, the fragment, tracking parameters and a closing slash, and what makes
    /// it the page for small screens (<c>m.</c>, <c>amp.</c>, <c>/amp</c>); lower-cases the host. A fragment that begins with a slash or
    /// an exclamation mark is kept: scripts of some sites choose the page by it.
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
        var path = uri.AbsolutePath.TrimEnd('/');
        var fragment = uri.Fragment.StartsWith("#/", StringComparison.Ordinal) || uri.Fragment.StartsWith("#!", StringComparison.Ordinal)
            ? uri.Fragment.TrimEnd('/')
            : "";
        return PlainHost(host) + port + (path.EndsWith(SmallPath, StringComparison.OrdinalIgnoreCase) ? path[..^SmallPath.Length] : path)
            + (kept.Length == 0 ? "" : "?" + kept) + fragment;
    }

    private static string PlainHost(string host)
    {
        var plain = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var small = Array.Find(SmallHosts, opening => plain.StartsWith(opening, StringComparison.Ordinal));
        return small is not null && plain.AsSpan(small.Length).Contains('.') ? plain[small.Length..] : plain;
    }
}
