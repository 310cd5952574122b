using System.Globalization;
using System.Xml;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>The parts of a document beside its text and its comments.</summary>
internal static class ClearanceDocxParts
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    /// <summary>Parts that are the same in every document, by their paths.</summary>
    public static readonly IReadOnlyList<(string Path, string Content)> Fixed =
    [
        ("[Content_Types].xml", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            <Override PartName="/word/document.xml" ContentType="{Word}.document.main+xml"/>
            <Override PartName="/word/styles.xml" ContentType="{Word}.styles+xml"/>
            <Override PartName="/word/comments.xml" ContentType="{Word}.comments+xml"/>
            </Types>
            """),
        ("_rels/.rels", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="{Relations}">
            <Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/>
            <Relationship Id="rId2" Type="{Relations}/metadata/core-properties" Target="docProps/core.xml"/>
            </Relationships>
            """),
        ("word/_rels/document.xml.rels", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="{Relations}">
            <Relationship Id="rId1" Type="{Office}/styles" Target="styles.xml"/>
            <Relationship Id="rId2" Type="{Office}/comments" Target="comments.xml"/>
            </Relationships>
            """),
    ];

    // Half points, and whether the letters are bold, or grey.
    private static readonly (string Id, string Name, string Size, bool IsBold, bool IsGrey)[] Styles =
    [
        ("Title", "Title", "40", true, false),
        ("Subtitle", "Subtitle", "26", false, false),
        ("Heading2", "heading 2", "28", true, false),
        ("Quote", "Quote", "22", false, false),
        ("Caption", "caption", "18", false, false),
        ("ListBullet", "List Bullet", "22", false, false),
        ("TableRow", "Table Row", "20", false, false),
        ("Byline", "Byline", "20", false, false),
        ("Aside", "Aside", "18", false, true),
        ("CommentText", "annotation text", "20", false, false),
    ];

    public static string? StyleOf(BlockType type) => type switch
    {
        BlockType.Title => "Title",
        BlockType.Standfirst => "Subtitle",
        BlockType.Heading => "Heading2",
        BlockType.Quote => "Quote",
        BlockType.Caption => "Caption",
        BlockType.ListItem => "ListBullet",
        BlockType.TableRow => "TableRow",
        BlockType.Byline => "Byline",
        BlockType.Paragraph => null,
        _ => "Aside",
    };

    public static bool IsRightToLeft(string language) =>
        language.Split('-')[0] is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ckb" or "ug" or "dv";

    public static void WriteProperties(XmlWriter xml, Clearance clearance)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dublin = "http://purl.org/dc/elements/1.1/";
        var sheet = clearance.Sheet;
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteElementString("dc", "title", dublin, DocxText.Shown(sheet.Title ?? ""));
        xml.WriteElementString("dc", "creator", dublin, DocxText.Shown(sheet.Byline ?? ""));
        xml.WriteElementString(
            "dc",
            "description",
            dublin,
            string.Create(CultureInfo.InvariantCulture, $"Clearance of article {sheet.ArticleId}, version {sheet.Version}"));
        xml.WriteEndElement();
    }

    public static void WriteStyles(XmlWriter xml, string language)
    {
        xml.WriteStartElement("w", "styles", W);
        WriteDefaults(xml, language);
        WriteStyle(xml, "paragraph", "Normal", "Normal", isDefault: true);
        xml.WriteEndElement();
        foreach (var (id, name, size, isBold, isGrey) in Styles)
        {
            WriteStyle(xml, "paragraph", id, name);
            WriteValue(xml, "basedOn", "Normal");
            xml.WriteStartElement("rPr", W);
            if (isBold)
            {
                xml.WriteElementString("b", W, null);
            }

            if (isGrey)
            {
                WriteValue(xml, "color", "666666");
            }

            WriteValue(xml, "sz", size);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        WriteStyle(xml, "character", "CommentReference", "annotation reference");
        xml.WriteStartElement("rPr", W);
        WriteValue(xml, "sz", "16");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteDefaults(XmlWriter xml, string language)
    {
        xml.WriteStartElement("docDefaults", W);
        xml.WriteStartElement("rPrDefault", W);
        xml.WriteStartElement("rPr", W);
        WriteValue(xml, "sz", "22");
        if (language != "und")
        {
            xml.WriteStartElement("lang", W);
            xml.WriteAttributeString("val", W, language);
            xml.WriteAttributeString("eastAsia", W, language);
            xml.WriteAttributeString("bidi", W, language);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("pPrDefault", W);
        xml.WriteStartElement("pPr", W);
        xml.WriteStartElement("spacing", W);
        xml.WriteAttributeString("after", W, "160");
        xml.WriteAttributeString("line", W, "276");
        xml.WriteAttributeString("lineRule", W, "auto");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Begins a style. It is left open.</summary>
    private static void WriteStyle(XmlWriter xml, string type, string id, string name, bool isDefault = false)
    {
        xml.WriteStartElement("style", W);
        xml.WriteAttributeString("type", W, type);
        if (isDefault)
        {
            xml.WriteAttributeString("default", W, "1");
        }

        xml.WriteAttributeString("styleId", W, id);
        WriteValue(xml, "name", name);
    }

    private static void WriteValue(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name, W);
        xml.WriteAttributeString("val", W, value);
        xml.WriteEndElement();
    }
}
