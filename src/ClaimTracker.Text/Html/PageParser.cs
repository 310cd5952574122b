using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace ClaimTracker.Text.Html;

/// <summary>Parses a page under limits. AngleSharp takes time with the square of the depth, a minute for 100,000 open tags: depth is cut off at the token.</summary>
internal static class PageParser
{
    /// <summary>As many open elements as Blink builds into a tree.</summary>
    public const int DeepestNesting = 512;

    public const int LongestPage = 16_000_000;

    /// <summary>Elements that never hold others, or that their next sibling closes.</summary>
    private static readonly WordSet NeverNested = new(
        "area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot rp rt html head body");

    public static IHtmlDocument Parse(string html)
    {
        if (html.Length > LongestPage)
        {
            throw new ArticleReadException($"The page has {html.Length} characters; the most that is read is {LongestPage}.");
        }

        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        var depth = 0;
        return new HtmlParser(new HtmlParserOptions { SkipComments = true, OnToken = (token, _) => Count(token) }).ParseDocument(html);

        void Count(HtmlToken token)
        {
            if (token is not HtmlTagToken tag || tag.IsSelfClosing || NeverNested.Contains(tag.Name))
            {
                return;
            }

            var count = open.GetValueOrDefault(tag.Name);
            var change = tag.Type == HtmlTokenType.StartTag ? 1 : -1;

            // An end tag that closes nothing must not make up for an open one.
            if (count + change < 0)
            {
                return;
            }

            open[tag.Name] = count + change;
            depth += change;
            if (depth > DeepestNesting)
            {
                throw new ArticleReadException($"The page nests elements deeper than {DeepestNesting} levels.");
            }
        }
    }
}
