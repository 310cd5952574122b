using System.IO.Compression;
using System.Xml;

namespace ClaimTracker.Text.Docx;

/// <summary>A relation of a part to another, or to an address outside.</summary>
/// <param name="Kind">The last word of its type.</param>
/// <param name="Target">The other part, or the address, as it was written: it may be no address at all.</param>
/// <param name="IsExternal">Whether it leads out of the document. Nothing outside is ever asked for.</param>
internal readonly record struct Relation(string Kind, string Target, bool IsExternal);

/// <summary>
/// The parts of a document (OPC): files in a ZIP archive, and the relations between them. It is read by hand, in one pass and under
/// limits: the library for it opens no document in which one link is mistyped.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    private const string UsualDocument = "word/document.xml";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnpackedBytes _bytes = new();

    private DocxPackage(ZipArchive archive)
    {
        _archive = archive;
        foreach (var entry in archive.Entries)
        {
            _files.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        Document = PartOf(RelationsOf(""), "", "officeDocument") ?? UsualDocument;
    }

    /// <summary>The part with the body.</summary>
    public string Document { get; }

    /// <exception cref="ArticleReadException">The bytes are no document.</exception>
    public static DocxPackage Open(byte[] bytes)
    {
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new ArticleReadException("The document is of an old format (DOC), or has a password. Save it as DOCX, without one.");
        }

        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            throw new ArticleReadException("The file is not a document (DOCX).");
        }

        var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        try
        {
            if (archive.Entries.Count > DocxLimits.MostFiles)
            {
                throw new ArticleReadException($"The document has more than {DocxLimits.MostFiles:N0} files.");
            }

            var package = new DocxPackage(archive);
            return package._files.ContainsKey(package.Document)
                ? package
                : throw new ArticleReadException("The file is an archive without a document of a word processor (DOCX).");
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Opens a part.</summary>
    /// <returns>Null if there is none.</returns>
    public XmlReader? Read(string? part) => part is not null && _files.TryGetValue(part, out var entry)
        ? XmlReader.Create(new UnpackedStream(entry.Open(), _bytes), Settings)
        : null;

    /// <summary>Reads the relations of a part, by their ids; those of the whole document if it has no name.</summary>
    public Dictionary<string, Relation> RelationsOf(string part)
    {
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        using var reader = Read($"{Folder(part)}_rels/{part[Folder(part).Length..]}.rels");
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship"
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                var type = reader.GetAttribute("Type") ?? "";
                relations.TryAdd(
                    id, new Relation(type[(type.LastIndexOf('/') + 1)..], target, reader.GetAttribute("TargetMode") == "External"));
            }
        }

        return relations;
    }

    /// <summary>The parts that relations of a kind lead to, in their order.</summary>
    /// <param name="relations">The relations of a part.</param>
    /// <param name="part">That part.</param>
    /// <param name="kind">The last word of a type.</param>
    public static IEnumerable<string> PartsOf(Dictionary<string, Relation> relations, string part, string kind) => relations.Values
        .Where(relation => relation.Kind == kind && !relation.IsExternal)
        .Select(relation => Absolute(Folder(part), relation.Target));

    /// <summary>The first of them, if there is one.</summary>
    public static string? PartOf(Dictionary<string, Relation> relations, string part, string kind) =>
        PartsOf(relations, part, kind).FirstOrDefault();

    public void Dispose() => _archive.Dispose();

    private static string Folder(string part) => part[..(part.LastIndexOf('/') + 1)];

    private static string Absolute(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(path.Count - 1, 0), Math.Min(path.Count, 1));
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
