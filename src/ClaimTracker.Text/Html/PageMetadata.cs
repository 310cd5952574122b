using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Text.Dates;

namespace ClaimTracker.Text.Html;

/// <summary>What the head of a page says of its article (JSON-LD, Open Graph, Dublin Core, plain meta names).</summary>
internal sealed class PageMetadata
{
    private readonly Dictionary<string, List<string>> _meta = new(StringComparer.OrdinalIgnoreCase);

    private PageMetadata(IHtmlDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta"))
        {
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")) is { } name
                && Clean(meta.GetAttribute("content")) is { } content)
            {
                (_meta.TryGetValue(name, out var contents) ? contents : _meta[name] = []).Add(content);
            }
        }

        Data = StructuredData.Of(document);
        DocumentTitle = Clean(document.Title);
        TimeElement = document.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        Base = document.QuerySelector("base[href]")?.GetAttribute("href");
        Canonical = document.QuerySelector("link[rel='canonical']")?.GetAttribute("href");
    }

    /// <summary>The JSON-LD of the page.</summary>
    public StructuredData Data { get; }

    /// <summary>The title element.</summary>
    public string? DocumentTitle { get; }

    /// <summary>The first time element's datetime.</summary>
    public string? TimeElement { get; }

    /// <summary>The address that links are relative to, as the page names it.</summary>
    public string? Base { get; }

    /// <summary>The address of the page, as it names it.</summary>
    public string? Canonical { get; }

    /// <summary>The name of the site.</summary>
    public string? SiteName => First("og:site_name", "application-name") ?? Data.Publisher;

    /// <summary>The description of the page, often its standfirst.</summary>
    public string? Description => First("og:description", "description", "twitter:description");

    /// <summary>All titles that it names, the most trusted first.</summary>
    public IReadOnlyList<string> Titles =>
        [.. new[] { Data.Headline, First("og:title"), First("twitter:title", "dc.title"), DocumentTitle }.OfType<string>()];

    public static PageMetadata Of(IHtmlDocument document) => new(document);

    /// <summary>The first content of the first of these names that the page has.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_meta.TryGetValue(name, out var contents))
            {
                return contents[0];
            }
        }

        return null;
    }

    /// <summary>All contents of a name.</summary>
    public IReadOnlyList<string> All(string name) => _meta.TryGetValue(name, out var contents) ? contents : [];

    private static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
