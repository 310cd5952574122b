using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>
/// Writes an article as a document (DOCX, ISO 29500) with the notes of its checkers as comments. It is written piece by piece, and the
/// same article gives the same bytes.
/// </summary>
internal static class ClearanceDocx
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const int LongestName = 255;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream output, Clearance clearance)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, content) in ClearanceDocxParts.Fixed)
        {
            using var part = Open(archive, path);
            part.Write(Encoding.UTF8.GetBytes(content));
        }

        WritePart(archive, "docProps/core.xml", xml => ClearanceDocxParts.WriteProperties(xml, clearance));
        WritePart(archive, "word/styles.xml", xml => ClearanceDocxParts.WriteStyles(xml, clearance.Language));
        WritePart(archive, "word/document.xml", xml => WriteBody(new DocxXml(xml), clearance));
        WritePart(archive, "word/comments.xml", xml => WriteComments(new DocxXml(xml), clearance));
    }

    private static Stream Open(ZipArchive archive, string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    private static void WritePart(ZipArchive archive, string path, Action<XmlWriter> write)
    {
        using var part = Open(archive, path);
        using var xml = XmlWriter.Create(part, Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static void WriteBody(DocxXml xml, Clearance clearance)
    {
        var isRightToLeft = ClearanceDocxParts.IsRightToLeft(clearance.Language);
        xml.Start("document");
        xml.Start("body");
        BlockResponse? open = null;
        foreach (var piece in ClearancePieces.Of(clearance))
        {
            if (piece.Block != open)
            {
                xml.EndIf(open is not null);
                open = piece.Block;
                StartParagraph(xml, ClearanceDocxParts.StyleOf(open.Type), isRightToLeft);
            }

            WritePiece(xml, piece, isRightToLeft);
        }

        if (open is null)
        {
            xml.Start("p");
        }

        xml.End();
        xml.Start("sectPr");
        xml.Empty("pgSz", ("w", "11906"), ("h", "16838"));
        xml.Empty(
            "pgMar",
            ("top", "1440"), ("right", "1440"), ("bottom", "1440"), ("left", "1440"), ("header", "708"), ("footer", "708"),
            ("gutter", "0"));
        xml.End();
        xml.End();
        xml.End();
    }

    private static void WritePiece(DocxXml xml, ClearancePiece piece, bool isRightToLeft)
    {
        foreach (var number in piece.Begin)
        {
            xml.Empty("commentRangeStart", ("id", Id(number)));
        }

        xml.Run(piece.Text, isRightToLeft);
        foreach (var number in piece.End)
        {
            xml.Empty("commentRangeEnd", ("id", Id(number)));
            xml.Start("r");
            StartProperties(xml, "rPr", "rStyle", "CommentReference");
            xml.End();
            xml.Empty("commentReference", ("id", Id(number)));
            xml.End();
        }
    }

    private static void WriteComments(DocxXml xml, Clearance clearance)
    {
        xml.Start("comments");
        foreach (var (number, note) in clearance.Notes.Index())
        {
            xml.Start(
                "comment",
                ("id", Id(number)), ("author", Name(note.Author)), ("date", Date(note.At)), ("initials", Initials(note.Author)));
            StartParagraph(xml, "CommentText", isRightToLeft: false);
            xml.Start("r");
            StartProperties(xml, "rPr", "rStyle", "CommentReference");
            xml.End();
            xml.Empty("annotationRef");
            xml.End();
            xml.Run(ClearanceWords.Heading(note), isBold: true);
            xml.End();
            foreach (var line in ClearanceWords.Lines(note))
            {
                StartParagraph(xml, "CommentText", isRightToLeft: false);
                xml.Run(line);
                xml.End();
            }

            xml.End();
        }

        xml.End();
    }

    private static void StartParagraph(DocxXml xml, string? style, bool isRightToLeft)
    {
        xml.Start("p");
        if (style is not null || isRightToLeft)
        {
            StartProperties(xml, "pPr", "pStyle", style);
            if (isRightToLeft)
            {
                xml.Empty("bidi");
            }

            xml.End();
        }
    }

    private static void StartProperties(DocxXml xml, string name, string styleName, string? style)
    {
        xml.Start(name);
        if (style is not null)
        {
            xml.Empty(styleName, ("val", style));
        }
    }

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Date(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Name(string author) =>
        CodePoints.Count(author) > LongestName / 2 ? CodePoints.Slice(author, 0, LongestName / 2) : author;

    private static string Initials(string author)
    {
        var letters = author.EnumerateRunes().Where(Rune.IsLetterOrDigit).Take(1);
        return string.Concat(letters.Select(static letter => Rune.ToUpperInvariant(letter).ToString()));
    }

    /// <summary>Writes elements of the vocabulary of word processors.</summary>
    private sealed class DocxXml(XmlWriter xml)
    {
        public void Start(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
        {
            xml.WriteStartElement("w", name, W);
            foreach (var (attribute, value) in attributes)
            {
                if (value is not null)
                {
                    xml.WriteAttributeString("w", attribute, W, DocxText.Shown(value));
                }
            }
        }

        public void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
        {
            Start(name, attributes);
            xml.WriteEndElement();
        }

        public void End() => xml.WriteEndElement();

        public void EndIf(bool condition)
        {
            if (condition)
            {
                End();
            }
        }

        /// <summary>A run of text; tabs and line ends are elements.</summary>
        public void Run(string text, bool isRightToLeft = false, bool isBold = false)
        {
            Start("r");
            if (isRightToLeft || isBold)
            {
                Start("rPr");
                Empty(isBold ? "b" : "rtl");
                End();
            }

            var rest = text.ReplaceLineEndings("\n").AsSpan();
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOfAny('\n', '\t');
                var words = end < 0 ? rest : rest[..end];
                if (!words.IsEmpty)
                {
                    Start("t");
                    xml.WriteAttributeString("xml", "space", ns: null, "preserve");
                    xml.WriteString(DocxText.Shown(words.ToString()));
                    End();
                }

                if (end >= 0)
                {
                    Empty(rest[end] == '\n' ? "br" : "tab");
                }

                rest = end < 0 ? [] : rest[(end + 1)..];
            }

            End();
        }
    }
}
