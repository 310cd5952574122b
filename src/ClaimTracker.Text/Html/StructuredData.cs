using System.Text.Json;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Text.Html;

/// <summary>What a page says of its article to search engines: the schema.org article in its JSON-LD. What cannot be read is passed over.</summary>
internal sealed record StructuredData(string? Headline, string? Author, string? DatePublished)
{
    private static readonly StructuredData Nothing = new(null, null, null);

    /// <summary>An article's own description is far shorter; what is longer holds the text again, or a catalogue.</summary>
    private const int LongestScript = 500_000;
    private const int MostScripts = 20;

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
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Find(document.RootElement) is { } article
                ? new StructuredData(Text(article, "headline"), Names(article), Text(article, "datePublished"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The first article among what stands side by side, in a list or in a graph.</summary>
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

    /// <summary>One author or several, each a name or a person with a name.</summary>
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
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) && !text.Contains("://", StringComparison.Ordinal)
            ? System.Net.WebUtility.HtmlDecode(text).Trim()
            : null;
}
