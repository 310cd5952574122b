using AngleSharp.Dom;
using ClaimTracker.Text.Body;

namespace ClaimTracker.Text.Html;

/// <summary>Walks a page in reading order, without recursion, and hands each text to its block.</summary>
internal sealed class PageWalk
{
    private readonly Stack<PageContext> _contexts = [];
    private readonly Stack<int> _links = [];
    private readonly List<PageNode> _nodes = [];

    private PageWalk()
    {
    }

    /// <summary>The blocks of text.</summary>
    public PageText Text { get; } = new();

    /// <summary>Where the texts of the page went.</summary>
    public TextMarks Marks { get; } = new();

    /// <summary>What the page would cost SmartReader.</summary>
    public ReadingCost Cost { get; } = new();

    /// <summary>The elements with their passages.</summary>
    public IReadOnlyList<PageNode> Nodes => _nodes;

    public static PageWalk Of(IElement root)
    {
        var walk = new PageWalk();
        walk._contexts.Push(new PageContext(null, -1, InArticle: false));
        walk.Visit(root);
        walk.Text.EndBlock();
        return walk;
    }

    /// <summary>Adds the body that the page gives to search engines only, below everything that it shows.</summary>
    public void AddBody(string body)
    {
        var node = new PageNode(0, Areas.NamedBody, Areas.NamedBody, Kind: 0, Text.Passages.Count);
        _nodes.Add(node);
        foreach (var line in body.Split('\n'))
        {
            Text.Add(line, new PageContext(null, _nodes.Count - 1, InArticle: true, InParagraph: true));
            Text.EndBlock();
        }

        node.End = _nodes[0].End = Text.Passages.Count;
    }

    /// <summary>
    /// Visits children by index. AngleSharp finds the next sibling by a search of all of them, which takes the square of their number.
    /// </summary>
    private void Visit(IElement root)
    {
        var open = new Stack<(INode Node, int Child)>();
        open.Push((root, 0));
        Enter(root);
        while (open.TryPop(out var at))
        {
            if (at.Child == at.Node.ChildNodes.Length)
            {
                Leave(at.Node);
                continue;
            }

            open.Push((at.Node, at.Child + 1));
            var child = at.Node.ChildNodes[at.Child];
            Cost.Add(child, open.Count);
            if (Enter(child))
            {
                open.Push((child, 0));
            }
            else
            {
                Leave(child);
            }
        }
    }

    /// <returns>True if the content of the node is read.</returns>
    private bool Enter(INode node)
    {
        if (node is IText words)
        {
            Text.Add(words.Data, _contexts.Peek());
            if (!string.IsNullOrWhiteSpace(words.Data))
            {
                Marks.Add(words, Text.Passages.Count);
            }
        }

        if (node is not IElement element)
        {
            return false;
        }

        var around = _contexts.Peek();
        if (StartsBlock(element, around))
        {
            Text.EndBlock();
        }
        else if (element.LocalName == "br" && !around.InRow)
        {
            Text.BreakLine();
        }
        else
        {
            Text.StartInline();
        }

        _contexts.Push(Inside(element, around));
        _links.Push(Text.Length);
        return !Elements.IsUnseen(element);
    }

    private void Leave(INode node)
    {
        if (node is not IElement element)
        {
            return;
        }

        var own = _contexts.Pop();
        var start = _links.Pop();
        var around = _contexts.Peek();
        if (element.LocalName == "a" && element.GetAttribute("href") is { Length: > 0 } address)
        {
            Text.AddLink(start, address);
        }

        if (StartsBlock(element, around))
        {
            Text.EndBlock();
        }
        else if (element.LocalName is "td" or "th")
        {
            Text.EndCell();
        }
        else if (Elements.IsDropCap(element))
        {
            Text.EndDropCap();
        }
        else if (element.LocalName is "span" or "a" or "strong")
        {
            Text.EndInline();
        }

        if (own.Node != around.Node)
        {
            _nodes[own.Node].End = Text.Passages.Count;
        }
    }

    private PageContext Inside(IElement element, PageContext around)
    {
        var isRow = around.InRow || TableRows.IsData(element);
        var own = around.Type is null or BlockType.ListItem ? Elements.TypeOf(element) ?? around.Type : around.Type;
        return new PageContext(
            own ?? (isRow ? BlockType.TableRow : null),
            NodeOf(element, around),
            around.InArticle || element.LocalName is "article" or "main",
            around.InLink || element.LocalName == "a",
            around.InParagraph || element.LocalName == "p",
            isRow);
    }

    /// <summary>An element has a node of its own if it has lines of its own, or a name that tells something.</summary>
    private int NodeOf(IElement element, PageContext around)
    {
        var areas = ElementNames.Of(element, around.InArticle);
        if (areas == Areas.None && !Elements.IsBlock(element) && around.Node >= 0)
        {
            return around.Node;
        }

        var inherited = areas | (around.Node < 0 ? Areas.None : _nodes[around.Node].Inherited);
        var kind = element.GetAttribute("class") is { Length: > 0 } names ? HashCode.Combine(element.LocalName, names) : 0;
        _nodes.Add(new PageNode(around.Node, areas, inherited, kind, Text.Passages.Count));
        return _nodes.Count - 1;
    }

    private static bool StartsBlock(IElement element, PageContext around) => !around.InRow && Elements.IsBlock(element);
}
