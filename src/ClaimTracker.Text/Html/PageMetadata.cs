using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Text.Blocks;

namespace ClaimTracker.Text.Html;

/// <summary>Title, author and date as the page's head gives them (Open Graph, Dublin Core, plain meta names).</summary>
internal sealed record PageMetadata(string? Title, string? Byline, DateOnly? PublishedOn)
{
    public static PageMetadata Of(IHtmlDocument document) => new(
        Meta(document, "og:title", "twitter:title", "dc.title") ?? Clean(document.Title),
        Meta(document, "author", "article:author", "dc.creator", "parsely-author") is { } author && !author.Contains("://", StringComparison.Ordinal) ? author : null,
        DateReader.Find(Meta(document, "article:published_time", "date", "dc.date", "pubdate", "parsely-pub-date") ?? "", "en")
            ?? DateReader.Find(document.QuerySelector("time[datetime]")?.GetAttribute("datetime") ?? "", "en"));

    /// <summary>The first of these names that has something to say.</summary>
    private static string? Meta(IHtmlDocument document, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var meta in document.QuerySelectorAll("meta"))
            {
                if (name.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name"), StringComparison.OrdinalIgnoreCase)
                    && Clean(meta.GetAttribute("content")) is { } content)
                {
                    return content;
                }
            }
        }

        return null;
    }

    private static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
