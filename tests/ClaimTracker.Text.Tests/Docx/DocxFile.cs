using System.IO.Compression;
using System.Text;

namespace ClaimTracker.Text.Tests.Docx;

/// <summary>Makes documents of the XML of their parts.</summary>
internal sealed class DocxFile
{
    private const string Names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
        xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"
        """;

    private const string RelationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly Dictionary<string, string> _parts = [];
    private readonly List<string> _relations = [];

    public DocxFile(string body)
    {
        _parts["_rels/.rels"] = Relations($"""<Relationship Id="d" Type="{RelationTypes}officeDocument" Target="word/document.xml"/>""");
        _parts["word/document.xml"] = $"<w:document {Names}><w:body>{body}</w:body></w:document>";
    }

    public static ReadArticle ReadBody(string body) => new DocxFile(body).Read();

    /// <summary>A paragraph of one run.</summary>
    public static string Paragraph(string text, string? style = null) =>
        $"""<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}{Run(text)}</w:p>""";

    public static string Run(string text) => $"""<w:r><w:t xml:space="preserve">{text}</w:t></w:r>""";

    public DocxFile With(string kind, string content)
    {
        _parts[$"word/{kind}.xml"] = $"<w:{kind} {Names}>{content}</w:{kind}>";
        _relations.Add($"""<Relationship Id="{kind}" Type="{RelationTypes}{kind}" Target="{kind}.xml"/>""");
        return this;
    }

    public DocxFile WithPart(string kind, string path, string content)
    {
        _parts[path] = content;
        _relations.Add($"""<Relationship Id="{kind}" Type="{RelationTypes}{kind}" Target="/{path}"/>""");
        return this;
    }

    /// <summary>Relates replies to comments.</summary>
    public DocxFile WithReplies(string content) =>
        WithPart("commentsExtended", "word/commentsExtended.xml", $"<w15:commentsEx {Names}>{content}</w15:commentsEx>");

    public DocxFile WithLink(string id, string target)
    {
        _relations.Add($"""<Relationship Id="{id}" Type="{RelationTypes}hyperlink" Target="{target}" TargetMode="External"/>""");
        return this;
    }

    public DocxFile WithProperties(string creator, string modified)
    {
        _parts["docProps/core.xml"] = $"""
            <cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">
            <dc:creator>{creator}</dc:creator><dcterms:modified>{modified}</dcterms:modified></cp:coreProperties>
            """;
        _parts["_rels/.rels"] = Relations(
            $"""
            <Relationship Id="d" Type="{RelationTypes}officeDocument" Target="word/document.xml"/>
            <Relationship Id="p" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                Target="docProps/core.xml"/>
            """);
        return this;
    }

    public ReadArticle Read(string? language = "en") => DocxParser.Read(ToBytes(), language);

    public byte[] ToBytes() => Zip([.. _parts, new("word/_rels/document.xml.rels", Relations(string.Concat(_relations)))]);

    public static byte[] Zip(IEnumerable<KeyValuePair<string, string>> parts)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string Relations(string content) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>""";
}
