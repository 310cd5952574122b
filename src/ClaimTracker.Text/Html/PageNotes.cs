using ClaimTracker.Text.Citations;

namespace ClaimTracker.Text.Html;

/// <summary>Makes the notes of an article from the links of its page, with absolute addresses.</summary>
internal static class PageNotes
{
    /// <summary>In characters. Longer addresses carry data.</summary>
    private const int LongestAddress = 2_000;

    public static List<DraftNote> Of(IReadOnlyList<PageLink> links, PageMetadata meta)
    {
        var home = Absolute(meta.Base, null) ?? Absolute(meta.Canonical ?? meta.First("og:url"), null);
        var notes = new List<DraftNote>(links.Count);
        foreach (var link in links)
        {
            if (!link.Address.StartsWith('#') && Absolute(link.Address, home) is { } address
                && !(home is not null && WithoutFragment(address) == WithoutFragment(home)))
            {
                notes.Add(new DraftNote(CitationKind.Link, link.Span, null, address.AbsoluteUri));
            }
        }

        return notes;
    }

    private static string WithoutFragment(Uri address) => address.GetLeftPart(UriPartial.Query);

    private static Uri? Absolute(string? address, Uri? home) =>
        address is { Length: <= LongestAddress }
        && (home is null ? Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) : Uri.TryCreate(home, address.Trim(), out uri))
        && uri.Scheme is "http" or "https"
            ? uri
            : null;
}
