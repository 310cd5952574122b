using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ClaimTracker.Text.Html;

/// <summary>The description of an article that a page gives to search engines: schema.org in JSON-LD. Unreadable data is ignored.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Authors">The names of its authors who are people.</param>
/// <param name="Houses">The names of its authors who are organisations.</param>
/// <param name="DatePublished">The date as the page writes it.</param>
/// <param name="Publisher">The name of the publisher.</param>
/// <param name="Body">The text of the article; its paragraphs are lines.</param>
internal sealed record StructuredData(
    string? Headline, IReadOnlyList<string> Authors, IReadOnlyList<string> Houses, string? DatePublished, string? Publisher, string? Body)
{
    private static readonly StructuredData Nothing = new(null, [], [], null, null, null);

    /// <summary>In characters. The description of an article is shorter; a longer script holds a catalogue.</summary>
    private const int LongestScript = 2_000_000;
    private const int MostScripts = 20;
    private const int MostNodes = 2_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static StructuredData Of(IHtmlDocument document)
    {
        var best = Nothing;
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(MostScripts))
        {
            if (script.TextContent.Length <= LongestScript && Read(script.TextContent) is { } found)
            {
                best = best == Nothing ? found : best with
                {
                    Headline = best.Headline ?? found.Headline,
                    Authors = best.Authors.Count > 0 ? best.Authors : found.Authors,
                    Houses = best.Houses.Count > 0 ? best.Houses : found.Houses,
                    DatePublished = best.DatePublished ?? found.DatePublished,
                    Body = best.Body ?? found.Body,
                };
            }
        }

        return best;
    }

    private static StructuredData? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Trim(), Lenient);
            var nodes = new List<JsonElement>();
            Collect(document.RootElement, nodes);
            var ids = nodes.Where(static n => Text(n, "@id") is not null && n.EnumerateObject().Count() > 1)
                .GroupBy(static n => n.GetProperty("@id").GetString()!, StringComparer.Ordinal)
                .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
            foreach (var node in nodes)
            {
                if (IsArticle(node))
                {
                    var publisher = Names(node, "publisher", ids).Select(static p => p.Name).FirstOrDefault();
                    var authors = Names(node, "author", ids)
                        .ToLookup(a => !a.IsHouse && !a.Name.Equals(publisher, StringComparison.OrdinalIgnoreCase), static a => a.Name);
                    return new StructuredData(
                        Text(node, "headline"),
                        [.. authors[true]],
                        [.. authors[false]],
                        Text(node, "datePublished"),
                        publisher,
                        BodyOf(node));
                }
            }
        }
        catch (JsonException)
        {
            // Many pages have broken data; there are other sources.
        }

        return null;
    }

    /// <summary>Lists the objects of a list or a graph.</summary>
    private static void Collect(JsonElement element, List<JsonElement> into)
    {
        if (into.Count >= MostNodes)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, into);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            into.Add(element);
            foreach (var inner in new[] { "@graph", "mainEntity", "mainEntityOfPage" })
            {
                if (element.TryGetProperty(inner, out var held))
                {
                    Collect(held, into);
                }
            }
        }
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
        {
            return false;
        }

        var names = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray()] : new[] { type };
        return names.Any(static name => name.ValueKind == JsonValueKind.String && name.GetString() is { } text
            && (text.EndsWith("Article", StringComparison.Ordinal) || text is "BlogPosting" or "Report" or "LiveBlogPosting" or "Review"));
    }

    /// <summary>The names that a member gives: as a text, as a person, as a reference to one, or as a list of these.</summary>
    private static IEnumerable<(string Name, bool IsHouse)> Names(
        JsonElement article, string member, Dictionary<string, JsonElement> ids)
    {
        if (!article.TryGetProperty(member, out var people))
        {
            yield break;
        }

        foreach (var person in people.ValueKind == JsonValueKind.Array ? [.. people.EnumerateArray()] : new[] { people })
        {
            var full = person.ValueKind == JsonValueKind.Object && Text(person, "name") is null && Text(person, "@id") is { } id
                && ids.TryGetValue(id, out var referred) ? referred : person;
            var isOrganisation = Text(full, "@type")?.Contains("Organization", StringComparison.Ordinal) == true;
            if ((full.ValueKind == JsonValueKind.Object ? Text(full, "name") : Clean(full)) is { } name)
            {
                yield return (name, isOrganisation);
            }
        }
    }

    private static string? BodyOf(JsonElement article) =>
        article.TryGetProperty("articleBody", out var body) && body.ValueKind == JsonValueKind.String
        && body.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? System.Net.WebUtility.HtmlDecode(text.Contains("</p>", StringComparison.OrdinalIgnoreCase) ? WithoutTags(text) : text)
            : null;

    private static string WithoutTags(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return PageWalk.Of(document.Body!).Text.ToString();
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? name == "@id" ? value.ValueKind == JsonValueKind.String ? value.GetString() : null : Clean(value)
            : null;

    private static string? Clean(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text
        && !string.IsNullOrWhiteSpace(text) && !text.Contains("://", StringComparison.Ordinal)
            ? System.Net.WebUtility.HtmlDecode(text).Trim()
            : null;
}
