using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace ClaimTracker.Text.Decoding;

/// <summary>Finds the encoding of a page and decodes it.</summary>
internal static partial class PageBytes
{
    /// <summary>In bytes. A page must name its encoding this early (WHATWG HTML, 13.2.3.2).</summary>
    private const int Head = 1024;

    /// <summary>In bytes. More would not change the answer.</summary>
    private const int Sample = 200_000;

    private const float LeastConfidence = 0.5f;
    private const byte Escape = 0x1B;

    /// <summary>Makes a broken byte visible. .NET's own fallback puts a question mark, which a text may have anyway.</summary>
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
            ?? throw new ArticleReadException(
                "The page is not in UTF-8 and does not declare its encoding. Name its charset in Content-Type.");
    }

    /// <summary>Decodes UTF-8. Text with escape sequences is ISO-2022, although its bytes are valid UTF-8.</summary>
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

    /// <summary>Decodes as browsers do: a byte that is not valid in the declared encoding shows as a replacement character.</summary>
    private static string? AsDeclared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, Head)));
        return Declaration().Match(head) is { Success: true } declared
            ? Charsets.Find(declared.Groups["charset"].Value, Visible)?.GetString(bytes)
            : null;
    }

    private static string? AsDetected(byte[] bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes, 0, Math.Min(bytes.Length, Sample)).Detected;
        return found is { Confidence: >= LeastConfidence, EncodingName: { } name }
            ? Charsets.Find(name, Visible)?.GetString(bytes)
            : null;
    }

    [GeneratedRegex(
        """<meta[^>]*?charset\s*=\s*["']?\s*(?<charset>[\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*["'](?<charset>[\w.:-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
