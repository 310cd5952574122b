using System.Text.Json;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Text.Html;

/// <summary>The description of an article that a page gives to search engines: schema.org in JSON-LD. Unreadable data is ignored.</summary>
internal sealed record StructuredData(string? Headline, string? Author, string? DatePublished)
{
    private static readonly StructuredData Nothing = new(null, null, null);

    /// <summary>
    /// In characters. The description of an article is far shorter; a longer script repeats the text or holds a catalogue.
    /// </summary>
    private const int LongestScript = 500_000;
    private const int MostScripts = 20;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static StructuredData Of(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(MostScripts))
        {
            if (script.TextContent.Length <= LongestScript && Read(script.TextContent) is { } found)
            {
                return found;
            }
        }

        return Nothing;
    }

    private static StructuredData? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return Find(document.RootElement) is { } article
                ? new StructuredData(Text(article, "headline"), Names(article), Text(article, "datePublished"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Finds the first article in a list or a graph.</summary>
    private static JsonElement? Find(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (Find(item) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return IsArticle(element) ? element : element.TryGetProperty("@graph", out var graph) ? Find(graph) : null;
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
        {
            return false;
        }

        var name = type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0 ? type[0] : type;
        return name.ValueKind == JsonValueKind.String
            && name.GetString() is { } text
            && (text.EndsWith("Article", StringComparison.Ordinal) || text is "BlogPosting" or "Report" or "LiveBlogPosting");
    }

    /// <summary>Joins the names of one or several authors. Each is given as a name or as a person with a name.</summary>
    private static string? Names(JsonElement article)
    {
        if (!article.TryGetProperty("author", out var author))
        {
            return null;
        }

        var names = (author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().ToArray() : [author])
            .Select(a => a.ValueKind == JsonValueKind.Object ? Text(a, "name") : Clean(a))
            .OfType<string>()
            .ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Clean(value) : null;

    private static string? Clean(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text
        && !string.IsNullOrWhiteSpace(text) && !text.Contains("://", StringComparison.Ordinal)
            ? System.Net.WebUtility.HtmlDecode(text).Trim()
            : null;
}
