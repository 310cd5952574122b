using System.Globalization;
using AngleSharp.Dom;

namespace ClaimTracker.Text.Html;

/// <summary>
/// Remembers the passage of each text of a page, through all that SmartReader does to the tree. Either it moves texts to new elements, and
/// the text nodes survive; or it writes the page out and parses it again, and the attributes of elements survive.
/// </summary>
internal sealed class TextMarks
{
    private const string Attribute = "data-text-mark";

    private readonly Dictionary<IText, int> _ofText = [];
    private readonly Dictionary<IElement, List<int>> _ofElement = [];
    private readonly List<List<int>> _passages = [];

    public void Add(IText text, int passage)
    {
        _ofText.Add(text, passage);
        if (text.ParentElement is not { } parent)
        {
            return;
        }

        if (!_ofElement.TryGetValue(parent, out var passages))
        {
            parent.SetAttribute(Attribute, _passages.Count.ToString(CultureInfo.InvariantCulture));
            _ofElement.Add(parent, passages = []);
            _passages.Add(passages);
        }

        if (passages.Count == 0 || passages[^1] != passage)
        {
            passages.Add(passage);
        }
    }

    /// <summary>Finds the passages with text in this part of the page, and the length of that text.</summary>
    public (HashSet<int> Passages, int Length) In(IElement part)
    {
        var (found, length) = (new HashSet<int>(), 0);
        foreach (var text in part.Descendants<IText>())
        {
            if (_ofText.TryGetValue(text, out var passage))
            {
                found.Add(passage);
                length += text.Length;
            }
            else if (!string.IsNullOrWhiteSpace(text.Data) && MarkedAbove(text, part) is { } passages)
            {
                found.UnionWith(passages);
                length += text.Length;
            }
        }

        return (found, length);
    }

    private List<int>? MarkedAbove(IText text, IElement part)
    {
        for (var element = text.ParentElement; element is not null && element != part.ParentElement; element = element.ParentElement)
        {
            // The page itself may have the same attribute, with any value.
            if (int.TryParse(element.GetAttribute(Attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var mark)
                && mark < _passages.Count)
            {
                return _passages[mark];
            }
        }

        return null;
    }
}
