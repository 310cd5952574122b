using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ClaimTracker.Benchmarks.Pages;

/// <summary>
/// The text of a page as it comes out of a copy and paste: a line break for each element that is not part of a line. Written apart from the
/// reader under test.
/// </summary>
internal static class ShownText
{
    private static readonly HashSet<string> Unseen = ["script", "style", "noscript", "template", "svg"];

    private static readonly HashSet<string> Inline =
        ["a", "b", "i", "em", "strong", "span", "u", "sup", "sub", "code", "font", "abbr", "small", "mark", "cite", "q"];

    public static string Of(string html)
    {
        var text = new StringBuilder();
        if (new HtmlParser().ParseDocument(html).Body is { } body)
        {
            Add(body, text);
        }

        return text.ToString();
    }

    private static void Add(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data);
            }
            else if (child is IElement element && !Unseen.Contains(element.LocalName))
            {
                var lineEnd = Inline.Contains(element.LocalName) ? "" : "\n";
                text.Append(lineEnd);
                Add(element, text);
                text.Append(lineEnd);
            }
        }
    }
}
