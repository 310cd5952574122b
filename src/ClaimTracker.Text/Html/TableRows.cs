using AngleSharp.Dom;

namespace ClaimTracker.Text.Html;

/// <summary>Tells the rows of a table of data, each of which is one block, from those of a table that only lays out a page.</summary>
internal static class TableRows
{
    private const int MostElements = 80;
    private const int MostCharacters = 1_000;
    private const int FewestCells = 2;

    public static bool IsData(IElement element)
    {
        if (element.LocalName != "tr")
        {
            return false;
        }

        var (cells, elements, characters) = (0, 0, 0);
        foreach (var node in element.Descendants())
        {
            characters += node is IText text ? text.Length : 0;
            if (++elements > MostElements || characters > MostCharacters || (node is IElement inner && IsLayout(inner)))
            {
                return false;
            }

            cells += node is IElement { LocalName: "td" or "th" } ? 1 : 0;
        }

        return cells >= FewestCells;
    }

    private static bool IsLayout(IElement element) =>
        element.LocalName is "table" or "article" or "section" or "h1" or "h2" or "h3" or "ul" or "ol" or "form" or "nav" or "figure"
        || (element.LocalName is "p" or "div" && element.PreviousElementSibling is not null);
}
