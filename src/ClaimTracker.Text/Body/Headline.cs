namespace ClaimTracker.Text.Body;

/// <summary>Finds the headline among the headings of a page: the one that the head of the page names.</summary>
internal static class Headline
{
    private const double Alike = 0.5;

    /// <summary>The title that the page gives to search engines as its headline counts for more than one for its tab.</summary>
    private const double MostTrusted = 1.2;

    /// <summary>Headings that are weighed. A page with more is a list.</summary>
    private const int MostHeadings = 200;

    /// <returns>The passage, or -1.</returns>
    public static int Find(PageFacts page)
    {
        var (best, bestScore) = (-1, 0.0);
        var seen = 0;
        for (var i = 0; i < page.Passages.Count && seen < MostHeadings; i++)
        {
            if (page.Passages[i].Type is not (BlockType.Title or BlockType.Heading))
            {
                continue;
            }

            seen++;
            var areas = page.Nodes[page.Passages[i].Node].Inherited;
            var score = Likeness(page, page.Passages[i])
                + (page.Passages[i].Type == BlockType.Title ? 0.15 : 0)
                - (areas.IsAny(Areas.Furniture | Areas.Unseen) ? 0.1 : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return bestScore >= Alike || page.Titles.Count == 0 ? best : FirstOfArticle(page);
    }

    /// <summary>How much of the titles in the head this heading says, 0 to 1.</summary>
    private static double Likeness(PageFacts page, PagePassage passage)
    {
        var (likeness, trust) = (0.0, MostTrusted);
        foreach (var title in page.Titles)
        {
            likeness = Math.Max(likeness, trust * WordOverlap.Of(passage.Span.In(page.Text), title));
            trust = 1;
        }

        return page.Titles.Count == 0 ? 0.3 : likeness;
    }

    private static int FirstOfArticle(PageFacts page)
    {
        for (var i = 0; i < page.Passages.Count; i++)
        {
            if (page.Passages[i].Type == BlockType.Title
                && !page.Nodes[page.Passages[i].Node].Inherited.IsAny(Areas.Furniture | Areas.Unseen))
            {
                return i;
            }
        }

        return -1;
    }
}
