using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ClaimTracker.Text.Html;

/// <summary>
/// Parses a page under limits. AngleSharp takes time with the square of the depth, minutes for 100,000 open tags: each element is looked
/// at as soon as the next one is made, in the tree itself, for which tags open others and which do not is a long story.
/// </summary>
internal sealed class PageParser
{
    /// <summary>As deep as Blink and AngleSharp build a tree: at this depth AngleSharp puts new elements beside each other, and its stack of open ones grows on.</summary>
    public const int DeepestNesting = 512;

    /// <summary>The longest articles have some 20,000.</summary>
    public const int MostElements = 150_000;

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
            throw new ArticleReadException($"The page has {html.Length} characters; the most that is read is {LongestPage}.");
        }

        var parser = new PageParser();
        return new HtmlParser(new HtmlParserOptions { SkipComments = true, OnCreated = (element, _) => parser.Count(element) }).ParseDocument(html);
    }

    /// <summary>A new element has no parent yet; the one made before it has.</summary>
    private void Count(IElement element)
    {
        if (_last is not null && (_depths[_last] = DepthOf(_last)) >= DeepestNesting)
        {
            throw new ArticleReadException($"The page nests elements {DeepestNesting} levels deep or deeper.");
        }

        _last = element;
        if (_depths.Count > MostElements)
        {
            throw new ArticleReadException($"The page has more than {MostElements} elements.");
        }
    }

    /// <summary>Counts up to the next ancestor whose depth is known; the parser may have moved elements since, by a few levels.</summary>
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
