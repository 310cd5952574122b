using System.Xml;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Docx;

/// <summary>What the properties of a document say.</summary>
/// <param name="Author">Who made the file, unless it is the name of a program.</param>
/// <param name="Day">The day on which it was last saved, or made.</param>
internal sealed record DocxProperties(string? Author, DateOnly? Day)
{
    private const int LongestName = 200;

    /// <summary>Names that programs give, without spaces.</summary>
    private static readonly WordSet NoNames = new("""
        microsoftofficeuser officeuser windowsuser user unknown author autor auteur administrator admin owner un-named python-docx
        apachepoi pandoc google libreoffice openoffice
        """);

    public static DocxProperties Read(XmlReader? reader)
    {
        string? author = null, made = null, saved = null;
        var name = "";
        while (reader?.Read() == true)
        {
            DocxNames.RequireDepth(reader);
            name = reader.NodeType switch
            {
                XmlNodeType.Element => reader.LocalName,
                XmlNodeType.EndElement => "",
                _ => name,
            };
            if (reader.NodeType == XmlNodeType.Text)
            {
                author ??= name == "creator" ? reader.Value.Trim() : null;
                made ??= name == "created" ? reader.Value : null;
                saved ??= name == "modified" ? reader.Value : null;
            }
        }

        var isName = author is { Length: > 0 and <= LongestName } && !NoNames.Contains(author.Replace(" ", "", StringComparison.Ordinal));
        return new DocxProperties(isName ? author : null, DayOf(saved) ?? DayOf(made));
    }

    // Programs that know no date write the first there is.
    private static DateOnly? DayOf(string? value) =>
        value is { Length: >= 10 } && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", out var day) && day.Year > 1980 ? day : null;
}

/// <summary>All of a document that makes an article, as its parts hold it.</summary>
internal sealed record DocxDocument(
    DocxContent Body,
    DocxStyles Styles,
    DocxProperties Properties,
    DocxContent Comments,
    Dictionary<string, string> Parents,
    DocxContent Footnotes,
    DocxContent Endnotes)
{
    /// <exception cref="ArticleReadException">The bytes are no document, or it is damaged, or there is too much of it.</exception>
    public static DocxDocument Read(byte[] bytes)
    {
        try
        {
            using var package = DocxPackage.Open(bytes);
            return Read(package);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            throw new ArticleReadException("The document is damaged: it cannot be unpacked, or its XML is not well formed.");
        }
    }

    private static DocxDocument Read(DocxPackage package)
    {
        var relations = package.RelationsOf(package.Document);
        var body = Content(package, package.Document);
        if (body.IsEmpty)
        {
            // Then what stands around each page is all there is.
            foreach (var part in Parts("header").Concat(Parts("footer")))
            {
                body = body.IsEmpty ? Content(package, part) : body;
            }
        }

        using var styles = package.Read(Part("styles"));
        using var parents = package.Read(Part("commentsExtended"));
        using var properties = package.Read(DocxPackage.PartOf(package.RelationsOf(""), "", "core-properties"));
        return new DocxDocument(
            body,
            DocxStyles.Read(styles),
            DocxProperties.Read(properties),
            Content(package, Part("comments")),
            DocxNotes.Parents(parents),
            Content(package, Part("footnotes")),
            Content(package, Part("endnotes")));

        string? Part(string kind) => DocxPackage.PartOf(relations, package.Document, kind);

        IEnumerable<string> Parts(string kind) => DocxPackage.PartsOf(relations, package.Document, kind);
    }

    private static DocxContent Content(DocxPackage package, string? part)
    {
        using var reader = package.Read(part);
        return reader is null ? new DocxContent() : DocxWalk.Read(reader, package.RelationsOf(part!));
    }
}
