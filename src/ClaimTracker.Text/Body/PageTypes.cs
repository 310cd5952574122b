using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Body;

/// <summary>Gives the passages of a page their types, by their elements and their place about the article.</summary>
internal static class PageTypes
{
    private const int LevelsOfMedia = 3;
    private const int MostPassagesOfMedia = 6;

    public static List<Passage> Of(PageFacts page, PageBody body)
    {
        if (body.IsEmpty)
        {
            return [.. page.Passages.Select(static p => new Passage(p.Span, AfterBlank: true, p.Type))];
        }

        var first = Array.FindIndex(body.InBody, Math.Max(body.Headline + 1, 0), static inBody => inBody);
        var standfirsts = StandfirstFinder.Find(page, body, FirstText(page, body, first));
        var passages = new List<Passage>(page.Passages.Count);
        for (var i = 0; i < page.Passages.Count; i++)
        {
            var type = standfirsts.Contains(i) ? BlockType.Standfirst
                : i == body.Headline ? BlockType.Title
                : body.InBody[i] ? Inside(page, page.Passages[i])
                : Outside(page, body, i, first);
            var inArticle = body.InBody[i] || i == body.Headline || standfirsts.Contains(i);
            passages.Add(new Passage(page.Passages[i].Span, AfterBlank: true, type, inArticle));
        }

        return passages;
    }

    /// <summary>The first passage of the body that is no heading.</summary>
    private static int FirstText(PageFacts page, PageBody body, int first)
    {
        var at = first;
        while (at >= 0 && at < body.InBody.Length - 1 && (!body.InBody[at] || page.Passages[at].Type == BlockType.Heading))
        {
            at++;
        }

        return at;
    }

    /// <summary>Inside the article a second headline is a heading.</summary>
    private static BlockType? Inside(PageFacts page, PagePassage passage) =>
        passage.Type == BlockType.Title ? BlockType.Heading
        : passage.Type is null or BlockType.ListItem && IsInMedia(page, passage) ? BlockType.Caption
        : passage.Type;

    /// <summary>Checks for a small element that is named as a picture or a gallery.</summary>
    private static bool IsInMedia(PageFacts page, PagePassage passage)
    {
        var node = passage.Node;
        for (var level = 0; level < LevelsOfMedia && node >= 0; level++, node = page.Nodes[node].Parent)
        {
            if (page.Nodes[node].Areas.IsAny(Areas.Media))
            {
                return page.Nodes[node].End - page.Nodes[node].First <= MostPassagesOfMedia;
            }
        }

        return false;
    }

    /// <summary>
    /// Outside of it only what stands between the headline and the first paragraph is part of its head: byline, date, picture.
    /// </summary>
    private static BlockType? Outside(PageFacts page, PageBody body, int at, int first)
    {
        var type = page.Passages[at].Type;
        var inHead = at > body.Headline && at < first && body.Headline >= 0
            && !page.Nodes[page.Passages[at].Node].Inherited.IsAny(Areas.Unseen | Areas.Teasers);
        return type switch
        {
            BlockType.Byline or BlockType.Dateline => type,
            BlockType.Caption when inHead && page.Passages[at].LinkShare < 0.5 => type,
            null => null,
            _ => at < first ? BlockType.Navigation : BlockType.Footer,
        };
    }
}
