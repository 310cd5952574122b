using System.IO.Compression;

namespace ClaimTracker.Testing;

/// <summary>Shows what a document (DOCX) holds: its archive says nothing to who looks for words.</summary>
public static class DocxParts
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The XML of all parts, each below its path.</summary>
    public static string Shown(byte[] document)
    {
        using var archive = new ZipArchive(new MemoryStream(document), ZipArchiveMode.Read);
        return string.Concat(archive.Entries.Select(static entry => $"{entry.FullName}\n{Text(entry)}\n"));
    }

    /// <summary>One part.</summary>
    public static string Shown(byte[] document, string path)
    {
        using var archive = new ZipArchive(new MemoryStream(document), ZipArchiveMode.Read);
        return Text(archive.GetEntry(path)!);
    }

    /// <summary>The body of an answer as text, unpacked if it is a document.</summary>
    public static async Task<string> ShownAsync(HttpContent content) =>
        content.Headers.ContentType?.MediaType == ContentType && await content.ReadAsByteArrayAsync() is { Length: > 0 } document
            ? Shown(document)
            : await content.ReadAsStringAsync();

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
