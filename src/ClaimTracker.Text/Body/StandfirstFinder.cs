using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Body;

/// <summary>Finds the standfirst: what stands between the headline and the body, and sums it up.</summary>
internal static class StandfirstFinder
{
    private const int FewestWords = 5;
    private const int MostPassages = 60;
    private const double LikeTheDescription = 0.6;

    public static HashSet<int> Find(PageFacts page, PageBody body, int first)
    {
        var found = new HashSet<int>();
        if (body.Headline < 0)
        {
            return found;
        }

        for (var i = body.Headline + 1; i <= first && i < body.Headline + MostPassages && i >= 0; i++)
        {
            if (Is(page, i, body.Headline, inBody: i == first))
            {
                found.Add(i);
            }
        }

        return found;
    }

    private static bool Is(PageFacts page, int at, int headlineAt, bool inBody)
    {
        var headline = page.Nodes[page.Passages[headlineAt].Node];
        var passage = page.Passages[at];
        var node = page.Nodes[passage.Node];
        var line = passage.Span.In(page.Text);
        var words = LineShape.WordCount(line);
        if (words < FewestWords || passage.LinkShare > 0.5 || SiteChrome.Is(line) || passage.Type is BlockType.Caption or BlockType.Byline
            or BlockType.Dateline or BlockType.Title || node.Inherited.IsAny(Areas.Unseen | Areas.Promotion | Areas.Comments | Areas.Media))
        {
            return false;
        }

        if (WordOverlap.Of(line, page.Passages[headlineAt].Span.In(page.Text)) > 0.7)
        {
            return false;
        }

        if (node.Inherited.IsAny(Areas.Standfirst & ~headline.Inherited)
            || (page.Description is { } description && WordOverlap.Share(line, description) >= LikeTheDescription))
        {
            return true;
        }

        return !inBody && !node.Inherited.IsAny(Areas.Furniture & ~headline.Inherited)
            && (LineShape.EndsSentence(page.Text, passage.Span) || passage.Type == BlockType.Heading || words >= 2 * FewestWords);
    }
}
