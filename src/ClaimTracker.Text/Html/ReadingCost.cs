using AngleSharp.Dom;

namespace ClaimTracker.Text.Html;

/// <summary>
/// What a page costs SmartReader. It takes time with the square of the number of elements, of siblings (AngleSharp finds the next one by
/// searching all of them), and reads the text of an element again for each element around it: 60,000 elements take minutes. Pages of
/// articles have some 1,000 elements; with all of these bounds reached at once a page still takes no more than a second or so.
/// </summary>
internal sealed class ReadingCost
{
    private const int MostElements = 5_000;
    private const long MostSiblingSteps = 1_500_000;
    private const long MostTextReads = 50_000_000;

    /// <summary>An element costs the elements around it as much as a text of this length.</summary>
    private const int ElementLength = 50;

    private int _elements;
    private long _siblingSteps;
    private long _textReads;

    public bool IsBearable => _elements <= MostElements && _siblingSteps <= MostSiblingSteps && _textReads <= MostTextReads;

    /// <param name="node">A node of the page.</param>
    /// <param name="depth">How many elements hold it.</param>
    public void Add(INode node, int depth)
    {
        long children = node.ChildNodes.Length;
        _elements += node is IElement ? 1 : 0;
        _siblingSteps += children * children;
        _textReads += depth * (long)(node is IText text ? text.Length : ElementLength);
    }
}
