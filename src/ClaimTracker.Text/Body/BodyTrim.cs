using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Body;

/// <summary>Takes out of a body what stands in it but is no part of it: repeated labels, lists of links, teasers.</summary>
internal sealed class BodyTrim
{
    private const int FewestWordsOfRepeat = 5;
    private const int FewestWordsOfEnd = 4;
    private const int MostRepeatsOfLabel = 2;
    private const int MostWordsOfLabel = 12;
    private const int MostWordsOfTeaser = 60;
    private const double MostlyLinks = 0.5;

    private readonly PageFacts _page;
    private readonly Weights _weights;
    private readonly bool[] _inBody;
    private readonly int _headline;

    public BodyTrim(PageFacts page, Weights weights, bool[] inBody, int headline)
    {
        (_page, _weights, _inBody, _headline) = (page, weights, inBody, headline);
    }

    public void Run()
    {
        PromotionBoxes.TakeOut(_page, _weights, _inBody, _headline);
        TakeOutTeasers();
        TakeOutRepeats();
        TakeOutLabels();
        TakeOutLinkedItems();
        TakeOutHeadings();
        TakeOutEnds();
    }

    private bool IsVoted(int passage) => _page.Voted?.Contains(passage) == true || _page.InData.Contains(passage);

    private int Words(int passage) => _weights.Words(passage, passage + 1);

    /// <summary>Takes out elements that stand beside others of their kind, each a linked headline with a few words below.</summary>
    private void TakeOutTeasers()
    {
        var teasers = new Dictionary<(int Parent, int Kind), List<PageNode>>();
        foreach (var node in _page.Nodes)
        {
            if (!node.IsEmpty && node.Kind != 0 && IsTeaser(node))
            {
                var key = (node.Parent, node.Kind);
                (teasers.TryGetValue(key, out var alike) ? alike : teasers[key] = []).Add(node);
            }
        }

        foreach (var node in teasers.Values.Where(static alike => alike.Count >= 2).SelectMany(static alike => alike))
        {
            Array.Fill(_inBody, false, node.First, node.End - node.First);
        }
    }

    private bool IsTeaser(PageNode node)
    {
        if (_weights.Words(node.First, node.End) > MostWordsOfTeaser || node.End - node.First > 8)
        {
            return false;
        }

        var isLinked = false;
        for (var i = node.First; i < node.End; i++)
        {
            isLinked |= _page.Passages[i].LinkShare > 0.9 && Words(i) >= 3;
            if (i == _headline || IsVoted(i))
            {
                return false;
            }
        }

        return isLinked;
    }

    private void TakeOutRepeats()
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _inBody.Length; i++)
        {
            if (_inBody[i])
            {
                var text = _page.Passages[i].Span.Of(_page.Text);
                seen[text] = seen.GetValueOrDefault(text) + 1;
                var isNew = Words(i) < FewestWordsOfRepeat || seen[text] == 1;
                _inBody[i] = !IsHeadline(i) && (isNew || (_page.Voted?.Contains(i) == true && !_page.InData.Contains(i)));
            }
        }

        for (var i = 0; i < _inBody.Length; i++)
        {
            _inBody[i] = _inBody[i] && (Words(i) >= FewestWordsOfRepeat || _weights.IsProse(i)
                || _page.Passages[i].Type == BlockType.ListItem
                || seen[_page.Passages[i].Span.Of(_page.Text)] <= MostRepeatsOfLabel);
        }
    }

    /// <summary>Checks for the headline again, as it stands above another part of the page.</summary>
    private bool IsHeadline(int passage) =>
        _headline >= 0 && passage != _headline && _page.Passages[passage].Type is BlockType.Heading or BlockType.Title
        && WordOverlap.Of(_page.Passages[passage].Span.In(_page.Text), _page.Passages[_headline].Span.In(_page.Text)) > 0.75;

    /// <summary>Where a page has its paragraphs in paragraph elements, a few words outside of them are a label.</summary>
    private void TakeOutLabels()
    {
        var (marked, all) = (0, 0);
        for (var i = 0; i < _inBody.Length; i++)
        {
            var prose = _inBody[i] ? _weights.ProseIn(i, i + 1) : 0;
            all += prose;
            marked += _page.Passages[i].InParagraph ? prose : 0;
        }

        for (var i = 0; i < _inBody.Length && marked * 3 > all * 2; i++)
        {
            var passage = _page.Passages[i];
            _inBody[i] = _inBody[i] && (passage.Type is not null || passage.InParagraph || _weights.IsProse(i)
                || Words(i) >= MostWordsOfLabel || (IsVoted(i) && Words(i) >= FewestWordsOfEnd)
                || LineShape.EndsSentence(_page.Text, passage.Span) || _page.InData.Contains(i));
        }
    }

    /// <summary>Takes out lists and paragraphs of nothing but links.</summary>
    private void TakeOutLinkedItems()
    {
        for (var i = 0; i < _inBody.Length; i++)
        {
            var passage = _page.Passages[i];
            var most = passage.Type == BlockType.ListItem && !_weights.IsProse(i) ? 0.6 : 0.9;
            if (_inBody[i] && passage.LinkShare > most && passage.Type is null or BlockType.ListItem or BlockType.Heading
                && !(LineShape.EndsSentence(_page.Text, passage.Span) && IsVoted(i)))
            {
                _inBody[i] = _page.InData.Contains(i);
            }
        }
    }

    /// <summary>Takes out headings with nothing below them.</summary>
    private void TakeOutHeadings()
    {
        var below = false;
        for (var i = _inBody.Length - 1; i > _headline; i--)
        {
            var isHeading = _page.Passages[i].Type is BlockType.Heading or BlockType.Title;
            if (_inBody[i] && isHeading)
            {
                _inBody[i] = below ? _page.Passages[i].LinkShare < 0.8 || _page.InData.Contains(i)
                    : IsVoted(i) && _page.Passages[i].LinkShare < MostlyLinks;
            }

            below = _inBody[i] ? isHeading ? below && _page.Passages[i].LinkShare < MostlyLinks : true : below && !IsBoundary(i);
        }
    }

    /// <summary>Takes out the lines above the first paragraph and below the last that are no sentences: dates, tags, names.</summary>
    private void TakeOutEnds()
    {
        var first = Array.FindIndex(_inBody, Math.Max(_headline, 0), static inBody => inBody);
        for (var i = Math.Max(first, 0); i < _inBody.Length && !IsContent(i); i++)
        {
            _inBody[i] = false;
        }

        for (var i = _inBody.Length - 1; i > _headline && !IsContent(i); i--)
        {
            _inBody[i] &= _page.Voted?.Contains(i) == true && Words(i) >= FewestWordsOfEnd && _page.Passages[i].LinkShare < MostlyLinks
                && _page.Passages[i].Type is not BlockType.Heading;
        }
    }

    /// <summary>Checks for a passage that an article may begin or end with.</summary>
    private bool IsContent(int passage) =>
        _inBody[passage]
        && (_weights.IsProse(passage) || _page.InData.Contains(passage)
            || _page.Passages[passage].Type is BlockType.Quote or BlockType.TableRow or BlockType.Caption
            || (_page.Passages[passage].Type == BlockType.ListItem && IsVoted(passage))
            || LineShape.EndsSentence(_page.Text, _page.Passages[passage].Span));

    private bool IsBoundary(int passage) => _page.Passages[passage].Type is BlockType.Heading or BlockType.Title;
}
