namespace ClaimTracker.Text.Docx;

/// <summary>The bounds of a document. A few kilobytes can unpack to gigabytes, so they are counted while it is unpacked.</summary>
internal static class DocxLimits
{
    /// <summary>Files in the archive. A document has some tens, and one for each picture.</summary>
    public const int MostFiles = 20_000;

    /// <summary>Unpacked bytes of all parts that are read. Pictures are not.</summary>
    public const long MostBytes = 96L * 1024 * 1024;

    /// <summary>Bytes between two tags: longer attributes are no text.</summary>
    public const int LongestRun = 16 * 1024 * 1024;

    /// <summary>Characters of one part, with those that were deleted. The longest articles have two million.</summary>
    public const int MostText = 4_000_000;

    public const int MostParagraphs = 200_000;

    /// <summary>Links, notes, comments and deletions.</summary>
    public const int MostNotes = 50_000;

    /// <summary>Elements within elements; tables within text boxes within tables have about a hundred.</summary>
    public const int DeepestNesting = 512;
}
