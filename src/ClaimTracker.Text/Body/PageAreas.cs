namespace ClaimTracker.Text.Body;

/// <summary>
/// Decides which elements are out of the running before the article is looked for. A name alone does not decide: what holds most of the
/// page's prose is no furniture, whatever its class is called.
/// </summary>
internal sealed class PageAreas
{
    /// <summary>In words of prose. With less in sight, what is hidden is read too.</summary>
    private const int FewestWordsInSight = 60;

    private readonly bool[] _out;

    private PageAreas(bool[] isOut) => _out = isOut;

    /// <summary>Checks whether an element is furniture, or inside of some.</summary>
    public bool IsOut(int node) => _out[node];

    public static PageAreas Of(PageFacts page, Weights weights, int headline)
    {
        var inSight = 0;
        for (var i = 0; i < page.Passages.Count; i++)
        {
            inSight += page.Nodes[page.Passages[i].Node].Inherited.IsAny(Areas.Hidden | Areas.Surely) ? 0 : weights.ProseIn(i, i + 1);
        }

        var readHidden = inSight < FewestWordsInSight && weights.AllProse > 2 * inSight;
        var named = new NamedProse(page, weights, readHidden ? weights.AllProse : inSight);
        var isOut = new bool[page.Nodes.Count];
        for (var n = 0; n < isOut.Length; n++)
        {
            var node = page.Nodes[n];
            isOut[n] = (node.Parent >= 0 && isOut[node.Parent])
                || (node.Areas.IsAny(Areas.Hidden) && !readHidden)
                || (!node.Holds(headline) && named.IsFurniture(node));
        }

        return new PageAreas(isOut);
    }

    /// <summary>The prose in elements of each name: a name that most of the article has says nothing.</summary>
    private sealed class NamedProse
    {
        private readonly Dictionary<int, int> _ofKind = [];
        private readonly Weights _weights;
        private readonly int _prose;

        public NamedProse(PageFacts page, Weights weights, int prose)
        {
            (_weights, _prose) = (weights, prose);
            var ends = new Dictionary<int, int>();
            foreach (var node in page.Nodes)
            {
                // Elements of one name inside each other count once.
                if (node.Kind != 0 && node.First >= ends.GetValueOrDefault(node.Kind))
                {
                    _ofKind[node.Kind] = _ofKind.GetValueOrDefault(node.Kind) + weights.ProseIn(node.First, node.End);
                    ends[node.Kind] = node.End;
                }
            }
        }

        public bool IsFurniture(PageNode node)
        {
            var own = Math.Max(_weights.ProseIn(node.First, node.End), node.Kind == 0 ? 0 : _ofKind[node.Kind]);
            if (!node.Areas.IsAny(Areas.Surely) && _weights.VotedIn(node.First, node.End) * 2 > _weights.AllVoted)
            {
                return false;
            }

            if (node.Areas.IsAny(Areas.Dialog))
            {
                // A consent notice may have more prose than the article, but no article in it.
                return own <= _prose / 2 || node.Areas.IsAny(Areas.Surely);
            }

            return node.Areas.IsAny(Areas.Furniture) && !node.Areas.IsAny(Areas.NamedBody) && own <= _prose / 2;
        }
    }
}
