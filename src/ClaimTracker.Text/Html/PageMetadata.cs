using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Text.Dates;

namespace ClaimTracker.Text.Html;

/// <summary>Title, author and date from the head of a page (JSON-LD, Open Graph, Dublin Core, plain meta names).</summary>
internal sealed record PageMetadata(string? Title, string? Byline, DateOnly? PublishedOn)
{
    public static PageMetadata Of(IHtmlDocument document)
    {
        var data = StructuredData.Of(document);
        var meta = MetaOf(document);
        var author = First(meta, "author", "article:author", "dc.creator", "parsely-author");
        return new PageMetadata(
            First(meta, "og:title", "twitter:title", "dc.title") ?? data.Headline ?? Clean(document.Title),
            data.Author ?? (author?.Contains("://", StringComparison.Ordinal) == true ? null : author),
            DateReader.Find(data.DatePublished ?? "", "en")
                ?? DateReader.Find(First(meta, "article:published_time", "date", "dc.date", "pubdate", "parsely-pub-date") ?? "", "en")
                ?? DateReader.Find(document.QuerySelector("time[datetime]")?.GetAttribute("datetime") ?? "", "en"));
    }

    /// <summary>Maps every name to its first content.</summary>
    private static Dictionary<string, string> MetaOf(IHtmlDocument document)
    {
        var contents = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta"))
        {
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name")) is { } name
                && Clean(meta.GetAttribute("content")) is { } content)
            {
                contents.TryAdd(name, content);
            }
        }

        return contents;
    }

    private static string? First(Dictionary<string, string> meta, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (meta.TryGetValue(name, out var content))
            {
                return content;
            }
        }

        return null;
    }

    private static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
