using AngleSharp.Dom;

namespace ClaimTracker.Text.Html;

/// <summary>Walks a page in reading order, without recursion, and hands each text to the block that it belongs to.</summary>
internal static class PageWalk
{
    public static Page Read(string html)
    {
        using var document = PageParser.Parse(html);
        var text = new PageText();
        if (document.Body is { } body)
        {
            Walk(body, text);
        }

        text.EndBlock();
        var meta = PageMetadata.Of(document);
        return new Page(text.ToString(), [.. text.Passages], document.DocumentElement.GetAttribute("lang"), meta.Title, meta.Byline, meta.PublishedOn);
    }

    /// <summary>Goes by index: AngleSharp finds a next sibling by searching all of them, which takes the square of their number.</summary>
    private static void Walk(IElement root, PageText text)
    {
        var contexts = new Stack<PageContext>([default]);
        var open = new Stack<(INode Node, int Child)>();
        open.Push((root, 0));
        Enter(root, contexts, text);
        while (open.TryPop(out var at))
        {
            if (at.Child == at.Node.ChildNodes.Length)
            {
                Leave(at.Node, contexts, text);
                continue;
            }

            open.Push((at.Node, at.Child + 1));
            var child = at.Node.ChildNodes[at.Child];
            if (Enter(child, contexts, text))
            {
                open.Push((child, 0));
            }
            else
            {
                Leave(child, contexts, text);
            }
        }
    }

    /// <returns>Whether what is inside the node is read.</returns>
    private static bool Enter(INode node, Stack<PageContext> contexts, PageText text)
    {
        if (node is IText words)
        {
            text.Add(words.Data, contexts.Peek());
        }

        if (node is not IElement element)
        {
            return false;
        }

        contexts.Push(contexts.Peek().Inside(element));
        if (Elements.IsBlock(element))
        {
            text.EndBlock();
        }
        else if (element.LocalName == "br")
        {
            text.Add(" ", contexts.Peek());
        }

        return !Elements.IsUnseen(element);
    }

    private static void Leave(INode node, Stack<PageContext> contexts, PageText text)
    {
        if (node is not IElement element)
        {
            return;
        }

        contexts.Pop();
        if (Elements.IsBlock(element))
        {
            text.EndBlock();
        }
    }
}
