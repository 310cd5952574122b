namespace ClaimTracker.Text.Body;

/// <summary>Draws the line around an article, beginning with the best element of its page.</summary>
internal sealed class BodyExtent(PageFacts page, Weights weights, PageAreas areas, double[] sums, int headline)
{
    /// <summary>In words of prose: less beside the best element is no part of the article, unless it is of the same kind.</summary>
    private const int FewestWordsOfSibling = 15;

    /// <summary>In words of prose. With less, the article around the headline may go on elsewhere.</summary>
    private const int FewestWordsOfArticle = 80;

    private const double ListOfLinks = -6;
    private const int ProseOfList = 4;

    public bool[] Of(int best)
    {
        var inBody = new bool[page.Passages.Count];
        Add(page.Nodes[best], inBody);
        AddSiblings(best, inBody);
        TakeOutLists(best, inBody);
        TakeOutAbove(inBody);
        for (var i = 0; i < inBody.Length; i++)
        {
            inBody[i] |= page.InData.Contains(i) && (!IsOut(i) || !AreasOf(i).IsAny(Areas.Unseen));
        }

        Heed(inBody);
        TakeOutOthers(inBody);
        return inBody;
    }

    private bool IsOut(int passage) => areas.IsOut(page.Passages[passage].Node);

    private Areas AreasOf(int passage) => page.Nodes[page.Passages[passage].Node].Inherited;

    private double Sum(PageNode node) => sums[node.End] - sums[node.First];

    private void Add(PageNode node, bool[] inBody)
    {
        for (var i = node.First; i < node.End; i++)
        {
            inBody[i] = !IsOut(i);
        }
    }

    /// <summary>Adds the elements beside the best one that have prose too: one body in several containers.</summary>
    private void AddSiblings(int best, bool[] inBody)
    {
        var around = Around(best);
        for (var n = around + 1; around >= 0 && n < page.Nodes.Count && page.Nodes[n].First < page.Nodes[around].End; n++)
        {
            var node = page.Nodes[n];
            if (node.IsEmpty || areas.IsOut(n) || node.End > page.Nodes[around].End || node.First < headline
                || node.Touches(page.Nodes[best]))
            {
                continue;
            }

            var isAlike = node.Kind != 0 && node.Kind == page.Nodes[best].Kind;
            if (Sum(node) > (isAlike ? 0 : FewestWordsOfSibling) && Sum(node) > weights.ProseIn(node.First, node.End) / 3.0)
            {
                Add(node, inBody);
            }
        }
    }

    /// <summary>The article element around an element, or else the element around it.</summary>
    private int Around(int node)
    {
        for (var around = page.Nodes[node].Parent; around >= 0; around = page.Nodes[around].Parent)
        {
            if (page.Nodes[around].Areas.IsAny(Areas.Article))
            {
                return around;
            }
        }

        return page.Nodes[node].Parent;
    }

    private void TakeOutLists(int best, bool[] inBody)
    {
        var body = page.Nodes[best];
        for (var n = best + 1; n < page.Nodes.Count && page.Nodes[n].First < body.End; n++)
        {
            var node = page.Nodes[n];
            if (!node.IsEmpty && Sum(node) < ListOfLinks && weights.VotedIn(node.First, node.End) == 0
                && weights.ProseIn(node.First, node.End) * ProseOfList < weights.Words(node.First, node.End))
            {
                Array.Fill(inBody, false, node.First, node.End - node.First);
            }
        }
    }

    private void TakeOutAbove(bool[] inBody)
    {
        if (headline >= 0 && weights.ProseIn(0, headline) * 2 < weights.ProseIn(headline, inBody.Length))
        {
            Array.Fill(inBody, false, 0, headline);
        }
    }

    /// <summary>
    /// Heeds the other method where both agree on most of the prose: what it took is part of the article, and what comes after its last
    /// paragraph is not, unless it is in an element of the same kind.
    /// </summary>
    private void Heed(bool[] inBody)
    {
        if (page.Voted is not { } voted)
        {
            return;
        }

        var (both, all, last) = (0, 0, -1);
        var (own, kinds) = (new HashSet<int>(), new HashSet<int>());
        for (var i = 0; i < inBody.Length; i++)
        {
            var prose = inBody[i] ? weights.ProseIn(i, i + 1) : 0;
            all += prose;
            if (prose > 0 && voted.Contains(i))
            {
                both += prose;
                last = i;
                own.Add(Container(i));
                kinds.Add(page.Nodes[Container(i)].Kind);
            }
        }

        kinds.Remove(0);
        for (var i = Math.Max(headline, 0); i < inBody.Length && both * 2 >= all; i++)
        {
            inBody[i] = voted.Contains(i)
                ? inBody[i] || !IsOut(i) || IsProseInSight(i)
                : inBody[i]
                    && (i < last || page.InData.Contains(i) || own.Contains(Container(i)) || kinds.Contains(page.Nodes[Container(i)].Kind));
        }
    }

    private bool IsProseInSight(int passage) =>
        weights.IsProse(passage) && !AreasOf(passage).IsAny(Areas.Unseen | Areas.Comments | Areas.Promotion);

    /// <summary>The element around the paragraph of a passage.</summary>
    private int Container(int passage)
    {
        var node = page.Passages[passage].Node;
        return Math.Max(page.Nodes[node].End - page.Nodes[node].First > 1 ? node : page.Nodes[node].Parent, 0);
    }

    /// <summary>Takes out the articles that follow on the same page.</summary>
    private void TakeOutOthers(bool[] inBody)
    {
        var own = headline < 0 ? -1 : page.Passages[headline].Node;
        while (own >= 0 && !page.Nodes[own].Areas.IsAny(Areas.Article))
        {
            own = page.Nodes[own].Parent;
        }

        if (own < 0 || weights.ProseIn(page.Nodes[own].First, page.Nodes[own].End) < FewestWordsOfArticle)
        {
            return;
        }

        foreach (var node in page.Nodes)
        {
            if (node.Areas.IsAny(Areas.Article) && !node.Touches(page.Nodes[own]))
            {
                Array.Fill(inBody, false, node.First, node.End - node.First);
            }
        }
    }
}
