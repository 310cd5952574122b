using AngleSharp.Dom;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Html;

/// <summary>Walks a page in reading order, without recursion, and hands each text to its block.</summary>
internal static class PageWalk
{
    public static Page Read(string html)
    {
        using var document = PageParser.Parse(html);
        var (text, marks, cost) = (new PageText(), new TextMarks(), new ReadingCost());
        if (document.Body is { } body)
        {
            Walk(body, text, marks, cost);
        }

        text.EndBlock();
        var (meta, language) = (PageMetadata.Of(document), document.DocumentElement.GetAttribute("lang"));
        var passages = Placed(text.Passages, cost.IsBearable ? MainNode.Find(document, marks) : null);
        return new Page(text.ToString(), passages, language, meta.Title, meta.Byline, meta.PublishedOn);
    }

    private static List<Passage> Placed(IReadOnlyList<Passage> passages, HashSet<int>? main) =>
        main is null ? [.. passages] : [.. passages.Select((p, i) => p.Placed(main.Contains(i)))];

    /// <summary>
    /// Visits children by index. AngleSharp finds the next sibling by a search of all of them, which takes the square of their number.
    /// </summary>
    private static void Walk(IElement root, PageText text, TextMarks marks, ReadingCost cost)
    {
        var contexts = new Stack<PageContext>([default]);
        var open = new Stack<(INode Node, int Child)>();
        open.Push((root, 0));
        Enter(root, contexts, text, marks);
        while (open.TryPop(out var at))
        {
            if (at.Child == at.Node.ChildNodes.Length)
            {
                Leave(at.Node, contexts, text);
                continue;
            }

            open.Push((at.Node, at.Child + 1));
            var child = at.Node.ChildNodes[at.Child];
            cost.Add(child, open.Count);
            if (Enter(child, contexts, text, marks))
            {
                open.Push((child, 0));
            }
            else
            {
                Leave(child, contexts, text);
            }
        }
    }

    /// <returns>True if the content of the node is read.</returns>
    private static bool Enter(INode node, Stack<PageContext> contexts, PageText text, TextMarks marks)
    {
        if (node is IText words)
        {
            text.Add(words.Data, contexts.Peek());
            if (!string.IsNullOrWhiteSpace(words.Data))
            {
                marks.Add(words, text.Passages.Count);
            }
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
            text.BreakLine();
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
