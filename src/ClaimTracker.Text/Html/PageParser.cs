using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ClaimTracker.Text.Html;

/// <summary>
/// Parses a page under limits. The time of AngleSharp grows with the square of the depth: 100,000 open tags take minutes. So the depth of
/// each element is measured as soon as the next one is made. It is measured in the tree: a count of tags would need all the rules of HTML
/// for nesting.
/// </summary>
internal sealed class PageParser
{
    /// <summary>
    /// The depth at which Blink and AngleSharp stop nesting. From here AngleSharp makes new elements siblings, but its stack of open
    /// elements keeps growing.
    /// </summary>
    public const int DeepestNesting = 512;

    /// <summary>The longest articles have about 20,000.</summary>
    public const int MostElements = 150_000;

    /// <summary>In UTF-16 units.</summary>
    public const int LongestPage = 16_000_000;

    private readonly Dictionary<INode, int> _depths = [];
    private INode? _last;

    private PageParser()
    {
    }

    public static IHtmlDocument Parse(string html)
    {
        if (html.Length > LongestPage)
        {
            throw new ArticleReadException($"The page has {html.Length} characters; the limit is {LongestPage}.");
        }

        PageLimits.Require(html);
        var parser = new PageParser();
        var options = new HtmlParserOptions { SkipComments = true, OnCreated = (element, _) => parser.Count(element) };
        return new HtmlParser(options).ParseDocument(html);
    }

    /// <summary>Measures the element made before this one: a new element has no parent yet.</summary>
    private void Count(IElement element)
    {
        if (_last is not null && (_depths[_last] = DepthOf(_last)) >= DeepestNesting)
        {
            throw new ArticleReadException($"The page nests elements {DeepestNesting} or more levels deep.");
        }

        _last = element;
        if (_depths.Count > MostElements)
        {
            throw new ArticleReadException($"The page has more than {MostElements} elements.");
        }
    }

    /// <summary>Counts the steps to the next ancestor of known depth. The parser may have moved elements since, by a few levels.</summary>
    private int DepthOf(INode node)
    {
        var steps = 0;
        for (var above = node.Parent; above is not null && steps <= DeepestNesting; above = above.Parent)
        {
            steps++;
            if (_depths.TryGetValue(above, out var depth))
            {
                return depth + steps;
            }
        }

        return steps;
    }
}
