using System.Xml;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Docx;

/// <summary>The type that a style gives to a paragraph.</summary>
/// <param name="Type">Null for running prose.</param>
/// <param name="IsFirstLevel">Whether it is a heading of the first level: the first is the title of a document without one.</param>
internal readonly record struct StyledAs(BlockType? Type, bool IsFirstLevel = false);

/// <summary>The paragraph styles of a document. Their ids differ by language, but the names of those that are built in do not.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 20;

    private static readonly WordSet Quotes = new("quote quotation quotations blockquote blockquotation");
    private static readonly WordSet Standfirsts = new("subtitle standfirst deck dek vorspann chapeau");
    private static readonly WordSet Captions = new("caption figure illustration drawing imagecaption picturecaption");
    private static readonly WordSet Bylines = new("byline author");

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    /// <summary>The language of the document, if it names one.</summary>
    public string? Language { get; private set; }

    public static DocxStyles Read(XmlReader? reader)
    {
        var styles = new DocxStyles();
        var (id, style, isDefault) = ("", new Style(), false);
        while (reader?.Read() == true)
        {
            DocxNames.RequireDepth(reader);
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var value = DocxNames.Value(reader);
            switch (reader.LocalName)
            {
                case "style":
                    (id, style) = (DocxNames.Attribute(reader, "styleId") ?? "", new Style());
                    isDefault = DocxNames.Attribute(reader, "default") is "1" or "true";
                    if (DocxNames.Attribute(reader, "type") is null or "paragraph")
                    {
                        styles._styles.TryAdd(id, style);
                    }

                    break;
                case "name":
                    style.Name = value?.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
                    break;
                case "basedOn":
                    style.Parent = value;
                    break;
                case "numId":
                    style.IsListItem = value != "0";
                    break;
                case "outlineLvl" when int.TryParse(value, out var level):
                    style.Level = level;
                    break;
                case "lang" when styles.Language is null && (id.Length == 0 || isDefault):
                    styles.Language = value;
                    break;
            }
        }

        return styles;
    }

    /// <summary>The type of a paragraph of a style, with what the paragraph says of itself.</summary>
    public StyledAs Of(DocxParagraph paragraph)
    {
        if (paragraph.Level is >= 0 and < 9 and var level)
        {
            return new StyledAs(BlockType.Heading, level == 0);
        }

        var isListItem = paragraph.IsListItem;
        var id = paragraph.Style;
        for (var steps = 0; steps < LongestChain && id is not null; steps++)
        {
            var style = _styles.GetValueOrDefault(id) ?? new Style { Name = id.ToLowerInvariant() };
            if (Named(style.Name ?? id) is { } named)
            {
                return named;
            }

            if (style.Level is >= 0 and < 9)
            {
                return new StyledAs(BlockType.Heading, style.Level == 0);
            }

            isListItem ??= style.IsListItem;
            id = style.Parent;
        }

        return new StyledAs(isListItem == true ? BlockType.ListItem : null);
    }

    private static StyledAs? Named(string name) => name switch
    {
        "title" => new StyledAs(BlockType.Title),
        ['h', 'e', 'a', 'd', 'i', 'n', 'g', >= '1' and <= '9', ..] => new StyledAs(BlockType.Heading, name == "heading1"),
        "heading" or "tocheading" => new StyledAs(BlockType.Heading),
        "intensequote" or "blocktext" => new StyledAs(BlockType.Quote),
        _ when Quotes.Contains(name) => new StyledAs(BlockType.Quote),
        _ when Standfirsts.Contains(name) => new StyledAs(BlockType.Standfirst),
        _ when Captions.Contains(name) => new StyledAs(BlockType.Caption),
        _ when Bylines.Contains(name) => new StyledAs(BlockType.Byline),
        _ when name.StartsWith("listbullet", StringComparison.Ordinal) || name.StartsWith("listnumber", StringComparison.Ordinal)
            => new StyledAs(BlockType.ListItem),
        _ => null,
    };

    private sealed class Style
    {
        public string? Name { get; set; }

        public string? Parent { get; set; }

        public bool? IsListItem { get; set; }

        public int? Level { get; set; }
    }
}
