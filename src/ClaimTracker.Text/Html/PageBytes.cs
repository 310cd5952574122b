using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace ClaimTracker.Text.Html;

/// <summary>Finds the encoding of a page and decodes it.</summary>
internal static partial class PageBytes
{
    /// <summary>A page has to name its encoding this early (WHATWG HTML, 13.2.3.2).</summary>
    private const int Head = 1024;

    /// <summary>More bytes than this decide nothing more.</summary>
    private const int Sample = 200_000;

    private const float LeastConfidence = 0.5f;
    private const byte Escape = 0x1B;

    /// <summary>.NET's own puts a question mark, which a text may have anyway.</summary>
    private static readonly DecoderReplacementFallback Visible = new("\uFFFD");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding[] Marked = [Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode];

    public static string Decode(byte[] bytes)
    {
        if (Array.Find(Marked, e => bytes.AsSpan().StartsWith(e.Preamble)) is { } marked)
        {
            return marked.GetString(bytes.AsSpan(marked.Preamble.Length));
        }

        return AsUtf8(bytes) ?? AsDeclared(bytes) ?? AsDetected(bytes)
            ?? throw new ArticleReadException("The page is not in UTF-8 and does not say what it is in. Name its charset in Content-Type.");
    }

    /// <summary>Text with escape sequences is ISO-2022, whose bytes are all good UTF-8.</summary>
    private static string? AsUtf8(byte[] bytes)
    {
        try
        {
            return Array.IndexOf(bytes, Escape) >= 0 ? null : Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>As browsers do: where a byte breaks the encoding that the page names, a replacement character shows it.</summary>
    private static string? AsDeclared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, Head)));
        return Declaration().Match(head) is { Success: true } declared
            ? TextDecoder.EncodingOf(declared.Groups["charset"].Value, Visible)?.GetString(bytes)
            : null;
    }

    private static string? AsDetected(byte[] bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes, 0, Math.Min(bytes.Length, Sample)).Detected;
        return found is { Confidence: >= LeastConfidence, EncodingName: { } name }
            ? TextDecoder.EncodingOf(name, Visible)?.GetString(bytes)
            : null;
    }

    [GeneratedRegex("""<meta[^>]*?charset\s*=\s*["']?\s*(?<charset>[\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*["'](?<charset>[\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
