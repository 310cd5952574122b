using AngleSharp.Dom;

namespace ClaimTracker.Text.Html;

/// <summary>
/// Estimates the cost of a page for SmartReader. Its time grows with the square of the number of elements and of siblings (AngleSharp finds
/// the next sibling by a search of all of them). It also reads the text of an element again for each element around it. So 60,000 elements
/// take minutes. Pages of articles have about 1,000; a page that reaches all of these bounds takes about a second.
/// </summary>
internal sealed class ReadingCost
{
    private const int MostElements = 5_000;
    private const long MostSiblingSteps = 1_500_000;
    private const long MostTextReads = 50_000_000;

    /// <summary>For the elements around it, an element costs as much as a text of this length.</summary>
    private const int ElementLength = 50;

    private int _elements;
    private long _siblingSteps;
    private long _textReads;

    public bool IsBearable => _elements <= MostElements && _siblingSteps <= MostSiblingSteps && _textReads <= MostTextReads;

    /// <param name="node">A node of the page.</param>
    /// <param name="depth">The number of elements around it.</param>
    public void Add(INode node, int depth)
    {
        long children = node.ChildNodes.Length;
        _elements += node is IElement ? 1 : 0;
        _siblingSteps += children * children;
        _textReads += depth * (long)(node is IText text ? text.Length : ElementLength);
    }
}
