namespace ClaimTracker.Text.Markup;

/// <summary>The addresses of links that name a source.</summary>
internal static class WebAddress
{
    /// <summary>In characters. Longer addresses carry data.</summary>
    private const int LongestAddress = 2_000;

    /// <returns>The address, absolute; null for one that is not of the web, or is relative: nothing tells to what.</returns>
    public static string? Of(string? address) =>
        address is { Length: > 0 and <= LongestAddress } && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : null;

    /// <summary>The address of a picture as a block shows it: one that carries the picture itself is cut.</summary>
    public static string OfPicture(string? address) =>
        (address ?? "").Trim() is { Length: > LongestAddress } data ? data[..Math.Max(data.IndexOf(',', StringComparison.Ordinal), 0)]
            : (address ?? "").Trim();
}
