namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads the files that an article may come in: by their content type, or by what their bytes are.</summary>
internal static class ArticleFile
{
    public const string SubRip = "application/x-subrip";
    public const string WebVtt = "text/vtt";
    public const string Pdf = "application/pdf";
    public const string Mail = "message/rfc822";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string AnyBytes = "application/octet-stream";

    private const string Html = "text/html";
    private const string Plain = "text/plain";

    /// <summary>In bytes: a file shows this early what it is.</summary>
    private const int Head = 1_024;

    private static readonly string[] MailHeads =
        ["From:", "Received:", "Return-Path:", "Subject:", "MIME-Version:", "Date:", "Message-ID:"];

    /// <exception cref="ArticleReadException">It cannot be read.</exception>
    /// <exception cref="ProblemException">400: nothing tells what the bytes are.</exception>
    public static ReadArticle Read(FileBody file, string? language, bool isDraft) =>
        (file.ContentType == AnyBytes ? TypeOf(file.Bytes) : file.ContentType) switch
        {
            SubRip or WebVtt => SubtitleParser.Read(TextOf(file), language, isDraft),
            Pdf => PdfParser.Read(file.Bytes, language, isDraft),
            Mail => MailParser.Read(file.Bytes, language, isDraft),
            Docx => DocxParser.Read(file.Bytes, language, isDraft),
            Html => ArticleParser.ReadHtml(TextOf(file), language, isDraft),
            Plain => ArticleParser.ReadPlain(TextOf(file), language, isDraft),
            _ => throw Problem.Malformed(
                "The bytes are none of the files that are read: a PDF, a document (DOCX), a mail, subtitles, a page, or text in UTF-8. "
                + "Name the type of the file in Content-Type."),
        };

    /// <summary>A file of text without a named encoding may be in any, as a page.</summary>
    private static string TextOf(FileBody file) =>
        file.Charset is { } charset ? TextDecoder.Decode(file.Bytes, charset) : TextDecoder.DecodePage(file.Bytes);

    private static string TypeOf(byte[] bytes)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, Head)).IndexOf("%PDF-"u8) >= 0)
        {
            return Pdf;
        }

        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return Docx;
        }

        var isText = System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.AsSpan().Contains((byte)0);
        var head = System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, Head))).TrimStart('\uFEFF').TrimStart();
        return head.StartsWith("WEBVTT", StringComparison.Ordinal) ? WebVtt
            : IsSubRip(head) ? SubRip
            : Array.Exists(MailHeads, name => head.StartsWith(name, StringComparison.OrdinalIgnoreCase)) ? Mail
            : head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? Html
            : isText ? Plain
            : AnyBytes;
    }

    /// <summary>A number, and below it a time.</summary>
    private static bool IsSubRip(string head)
    {
        var lines = head.ReplaceLineEndings("\n").Split('\n', 3);
        return lines.Length > 2 && lines[0].Length is > 0 and < 8 && lines[0].Trim().All(char.IsAsciiDigit)
            && lines[1].Contains("-->", StringComparison.Ordinal);
    }
}
