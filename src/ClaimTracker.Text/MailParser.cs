using ClaimTracker.Text.Mails;
using MimeKit;

namespace ClaimTracker.Text;

/// <summary>Reads a mail (RFC 5322), such as a newsletter.</summary>
public static class MailParser
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 16 * 1024 * 1024;

    /// <summary>Messages that are passed on within others.</summary>
    private const int MostForwarded = 5;

    private static readonly ParserOptions Options = new()
    {
        MaxMimeDepth = MailParts.DeepestPart + 1,
        MaxAddressGroupDepth = 3,
    };

    /// <summary>
    /// Reads a mail: its page, or else its plain words. Its subject is the title, its sender the byline if the text names none, its day
    /// that of publication. What is attached is not read; the report names it. A message without words that passes on another is that.
    /// </summary>
    /// <param name="bytes">The message.</param>
    /// <param name="language">A BCP 47 tag; if it is left out, the language that the page declares, else the detected one.</param>
    /// <param name="isDraft">True for a text of one's own: all of it is the article, and nothing is furniture.</param>
    /// <exception cref="ArticleReadException">It is no message, has no words, or is larger than any.</exception>
    public static ReadArticle Read(byte[] bytes, string? language = null, bool isDraft = false)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > LargestFile)
        {
            throw new ArticleReadException($"The message has {bytes.Length:N0} bytes; the limit is {LargestFile:N0}.");
        }

        var message = Parse(bytes);
        var (parts, attached) = (MailParts.Of(message), new List<string>());
        for (var count = 0; IsEmpty(parts) && parts.Forwarded is { } inner; count++)
        {
            if (count == MostForwarded)
            {
                throw new ArticleReadException($"The message passes on messages more than {MostForwarded} levels deep.");
            }

            attached.AddRange(parts.Attachments.Where(static a => !a.StartsWith("message: ", StringComparison.Ordinal)));
            (message, parts) = (inner, MailParts.Of(inner));
        }

        return WithHead(message, ReadWords(parts, language, isDraft), [.. attached, .. parts.Attachments]);
    }

    private static MimeMessage Parse(byte[] bytes)
    {
        MimeMessage message;
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            message = MimeMessage.Load(Options, stream);
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or ArgumentException or IOException)
        {
            throw new ArticleReadException($"The file is no mail, or a broken one: {fault.Message}");
        }

        return message.Headers.Contains(HeaderId.From) || message.Headers.Contains(HeaderId.Subject)
            || message.Headers.Contains(HeaderId.Date) || message.Headers.Contains(HeaderId.MimeVersion)
                ? message
                : throw new ArticleReadException("The file is no mail: it has neither From nor Subject nor Date.");
    }

    private static bool IsEmpty(MailParts parts) => string.IsNullOrWhiteSpace(parts.Html) && string.IsNullOrWhiteSpace(parts.Plain);

    private static ReadArticle ReadWords(MailParts parts, string? language, bool isDraft)
    {
        if (IsEmpty(parts))
        {
            throw new ArticleReadException("The message holds no words.");
        }

        if (string.IsNullOrWhiteSpace(parts.Html))
        {
            return ArticleParser.ReadPlain(parts.Plain!, language, isDraft);
        }

        try
        {
            var page = ArticleParser.ReadHtml(parts.Html, language, isDraft);
            return page.Sentences.Count > 0 || string.IsNullOrWhiteSpace(parts.Plain) ? page
                : ArticleParser.ReadPlain(parts.Plain, language, isDraft);
        }
        catch (ArticleReadException) when (!string.IsNullOrWhiteSpace(parts.Plain))
        {
            return ArticleParser.ReadPlain(parts.Plain, language, isDraft);
        }
    }

    private static ReadArticle WithHead(MimeMessage message, ReadArticle read, IReadOnlyList<string> attached)
    {
        var subject = string.IsNullOrWhiteSpace(message.Subject) ? null : message.Subject.Trim();
        var sender = message.From.Mailboxes.Select(static m => m.Name).FirstOrDefault(static name => !string.IsNullOrWhiteSpace(name));
        var sent = message.Headers.Contains(HeaderId.Date) && message.Date > DateTimeOffset.UnixEpoch
            ? DateOnly.FromDateTime(message.Date.DateTime)
            : (DateOnly?)null;
        return read with
        {
            Title = subject ?? read.Title,
            Byline = read.Byline ?? sender?.Trim(),
            PublishedOn = sent ?? read.PublishedOn,
            Report = read.Report with
            {
                TitleFrom = subject is null ? read.Report.TitleFrom : "meta",
                BylineFrom = read.Byline is null && sender is not null ? "meta" : read.Report.BylineFrom,
                DateFrom = sent is null ? read.Report.DateFrom : "meta",
                LeftOut = attached,
            },
        };
    }
}
