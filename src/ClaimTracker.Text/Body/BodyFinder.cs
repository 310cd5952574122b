namespace ClaimTracker.Text.Body;

/// <summary>
/// Finds the passages of the article on a page. Every element is a candidate and is weighed as a whole, by its prose, its furniture, its
/// name, and what other methods found; then what belongs to the best one is added, and what does not is taken out.
/// </summary>
internal sealed class BodyFinder
{
    /// <summary>In words. An element with less is no candidate by itself.</summary>
    private const int FewestWords = 20;

    /// <summary>The other method found much if it found this part of the page's prose.</summary>
    private const int PartOfProse = 3;

    private const double Doubt = 0.5;
    private const double TrustInData = 2;
    private const int LeastInData = 4;

    private readonly PageFacts _page;
    private readonly Weights _weights;
    private readonly PageAreas _areas;
    private readonly double[] _sums;
    private readonly int _headline;

    private BodyFinder(PageFacts page)
    {
        _page = page;
        _weights = new Weights(page);
        _headline = Headline.Find(page);
        _areas = PageAreas.Of(page, _weights, _headline);
        _sums = new double[page.Passages.Count + 1];
        var doubt = _weights.AllVoted * PartOfProse > _weights.AllProse ? Doubt : 1;
        for (var i = 0; i < page.Passages.Count; i++)
        {
            _sums[i + 1] = _sums[i] + WeightOf(i, doubt);
        }
    }

    public static PageBody Find(PageFacts page)
    {
        var finder = new BodyFinder(page);
        var best = finder.Best();
        if (best < 0)
        {
            return new PageBody(new bool[page.Passages.Count], finder._headline, Areas.None);
        }

        var inBody = new BodyExtent(page, finder._weights, finder._areas, finder._sums, finder._headline).Of(best);
        new BodyTrim(page, finder._weights, inBody, finder._headline).Run();
        return new PageBody(inBody, finder._headline, page.Nodes[best].Areas)
        {
            IsFromData = finder.Share(inBody, page.InData) > 0.5,
            Confidence = finder.Confidence(inBody),
        };
    }

    /// <summary>What the other method left out weighs less, and what the page gives to search engines weighs more.</summary>
    private double WeightOf(int passage, double doubt)
    {
        if (_areas.IsOut(_page.Passages[passage].Node))
        {
            return 0;
        }

        var weight = _weights.Sum(passage, passage + 1);
        weight = _page.InData.Contains(passage) ? Math.Max(weight, LeastInData) * TrustInData : weight;
        return weight > 0 && _page.Voted?.Contains(passage) == false ? weight * doubt : weight;
    }

    private int Best()
    {
        var (best, bestScore) = (-1, 0.0);
        for (var n = 0; n < _page.Nodes.Count; n++)
        {
            var node = _page.Nodes[n];
            if (node.IsEmpty || _areas.IsOut(n) || _weights.Words(node.First, node.End) < FewestWords)
            {
                continue;
            }

            var score = (_sums[node.End] - _sums[node.First]) * Trust(node);
            if (score > bestScore)
            {
                (best, bestScore) = (n, score);
            }
        }

        return best;
    }

    /// <summary>How far the name of an element speaks for its being the article.</summary>
    private double Trust(PageNode node)
    {
        var trust = node.Areas.IsAny(Areas.NamedBody) ? 1.3
            : node.Areas.IsAny(Areas.Article) ? 1.25
            : node.Areas.IsAny(Areas.Main) ? 1.1
            : 1;
        return node.Holds(_headline) ? trust * 1.15 : trust;
    }

    /// <summary>How far the methods agree: 1 where each found the same prose, 0.5 where there is only one.</summary>
    private double Confidence(bool[] inBody)
    {
        if (_page.Voted is not { } voted)
        {
            return _page.InData.Count > 0 ? Share(inBody, _page.InData) : 0.5;
        }

        var theirs = _weights.AllVoted;
        var both = voted.Where(i => inBody[i]).Sum(i => _weights.ProseIn(i, i + 1));
        var agreement = theirs == 0 ? 0.5 : Math.Min(Share(inBody, voted), (double)both / theirs);
        return Math.Round(Math.Max(agreement, Share(inBody, _page.InData)), 2);
    }

    /// <summary>The part of the body's prose that is among some passages.</summary>
    private double Share(bool[] inBody, IReadOnlySet<int> passages)
    {
        var (both, all) = (0, 0);
        for (var i = 0; i < inBody.Length; i++)
        {
            var prose = inBody[i] ? _weights.ProseIn(i, i + 1) : 0;
            all += prose;
            both += passages.Contains(i) ? prose : 0;
        }

        return all == 0 ? 0 : (double)both / all;
    }
}
