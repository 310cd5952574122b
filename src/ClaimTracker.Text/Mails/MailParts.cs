using MimeKit;

namespace ClaimTracker.Text.Mails;

/// <summary>The parts of a message: its words, in either form, and what goes with it.</summary>
internal sealed class MailParts
{
    /// <summary>Messages within messages, and parts within parts.</summary>
    public const int DeepestPart = 20;

    public const int MostParts = 1_000;

    private int _parts;

    private MailParts()
    {
    }

    /// <summary>The page that it holds, if it holds one.</summary>
    public string? Html { get; private set; }

    /// <summary>Its plain words.</summary>
    public string? Plain { get; private set; }

    /// <summary>The message that it passes on, which has the words if it has none itself.</summary>
    public MimeMessage? Forwarded { get; private set; }

    /// <summary>What goes with it, by name.</summary>
    public List<string> Attachments { get; } = [];

    /// <exception cref="ArticleReadException">It has more parts than any message.</exception>
    public static MailParts Of(MimeMessage message)
    {
        var parts = new MailParts();
        parts.Add(message.Body, 0);
        return parts;
    }

    private void Add(MimeEntity? entity, int depth)
    {
        if (depth > DeepestPart || ++_parts > MostParts)
        {
            throw new ArticleReadException(
                $"The message has more than {MostParts:N0} parts, or parts in parts more than {DeepestPart} levels deep.");
        }

        switch (entity)
        {
            case Multipart several:
                foreach (var part in several)
                {
                    Add(part, depth + 1);
                }

                break;
            case MessagePart { Message: { } inner }:
                Forwarded ??= inner;
                Attachments.Add($"message: {inner.Subject}");
                break;
            case TextPart { IsAttachment: false } text when text.IsHtml && Html is null:
                Html = text.Text;
                break;
            case TextPart { IsAttachment: false } text when !text.IsHtml && IsWords(text) && Plain is null:
                Plain = text.Text;
                break;
            case not null:
                Attachments.Add(entity.ContentDisposition?.FileName ?? entity.ContentType.Name ?? entity.ContentType.MimeType);
                break;
        }
    }

    /// <summary>A calendar or the like is text by its type only.</summary>
    private static bool IsWords(TextPart text) => text.ContentType.MediaSubtype.Equals("plain", StringComparison.OrdinalIgnoreCase)
        || text.ContentType.MediaSubtype.Equals("enriched", StringComparison.OrdinalIgnoreCase);
}
