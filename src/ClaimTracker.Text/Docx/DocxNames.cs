using System.Xml;

namespace ClaimTracker.Text.Docx;

/// <summary>The vocabulary that an element belongs to.</summary>
internal enum DocxVocabulary { Other, Words, Maths, Drawing, Compatibility, Shapes }

/// <summary>Names in the parts of a document, of both forms of the standard (ISO 29500: transitional and strict).</summary>
internal static class DocxNames
{
    private const string RelationNames = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationNames = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public static DocxVocabulary VocabularyOf(XmlReader reader) => reader.NamespaceURI switch
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main"
            => DocxVocabulary.Words,
        "http://schemas.openxmlformats.org/officeDocument/2006/math" or "http://purl.oclc.org/ooxml/officeDocument/math"
            => DocxVocabulary.Maths,
        "http://schemas.openxmlformats.org/drawingml/2006/main" or "http://purl.oclc.org/ooxml/drawingml/main"
            => DocxVocabulary.Drawing,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => DocxVocabulary.Compatibility,
        "urn:schemas-microsoft-com:vml" => DocxVocabulary.Shapes,
        _ => DocxVocabulary.Other,
    };

    /// <summary>The attribute <c>val</c> of the element.</summary>
    public static string? Value(XmlReader reader) => Attribute(reader, "val");

    /// <summary>An attribute in the namespace of its element.</summary>
    public static string? Attribute(XmlReader reader, string name) =>
        reader.GetAttribute(name, reader.NamespaceURI) ?? reader.GetAttribute(name);

    /// <summary>Checks whether a property that is on or off is on.</summary>
    public static bool IsOn(XmlReader reader) => Value(reader) is null or "1" or "true" or "on";

    /// <summary>The id of the relation that the element names.</summary>
    public static string? Relation(XmlReader reader) =>
        reader.GetAttribute("id", RelationNames) ?? reader.GetAttribute("id", StrictRelationNames);

    /// <summary>When a change or a comment was made.</summary>
    public static DateTimeOffset? Date(XmlReader reader) => DateTimeOffset.TryParse(
        Attribute(reader, "date"),
        System.Globalization.CultureInfo.InvariantCulture,
        System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal,
        out var date) && date.Year > 1
        ? date
        : null;

    /// <exception cref="ArticleReadException">Elements are nested more deeply than in any document.</exception>
    public static void RequireDepth(XmlReader reader)
    {
        if (reader.Depth > DocxLimits.DeepestNesting)
        {
            throw new ArticleReadException($"The document nests elements more than {DocxLimits.DeepestNesting} levels deep.");
        }
    }
}
