using System.Text;
using ClaimTracker.Text.Html;

namespace ClaimTracker.Text;

/// <summary>Turns the bytes of a text or a page into characters.</summary>
public static class TextDecoder
{
    /// <summary>What the label means on the web: each superset that pages really use in the place of the standard that they name (WHATWG Encoding).</summary>
    private static readonly Dictionary<string, string> Supersets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["us-ascii"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["tis-620"] = "windows-874",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["utf8"] = "utf-8",
        ["x-sjis"] = "shift_jis",
    };

    /// <summary>Whether text in this character encoding can be read.</summary>
    /// <param name="charset">A label as in the charset parameter of Content-Type.</param>
    public static bool Supports(string charset) => EncodingOf(charset, DecoderFallback.ExceptionFallback) is not null;

    /// <summary>The characters of a text in a named encoding, every one kept, a byte order mark among them.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="charset">A label that <see cref="Supports"/>.</param>
    /// <exception cref="ArticleReadException">The bytes are no such text.</exception>
    public static string Decode(byte[] bytes, string charset)
    {
        try
        {
            return EncodingOf(charset, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new ArticleReadException($"The byte at {fault.Index} (counted from 0) begins no character of {charset}.");
        }
    }

    /// <summary>The characters of a page that came without a word on its encoding: UTF-8, else what the page says of itself, else what its bytes look like.</summary>
    /// <param name="bytes">The page.</param>
    /// <exception cref="ArticleReadException">Nothing tells.</exception>
    public static string DecodePage(byte[] bytes) => PageBytes.Decode(bytes);

    /// <summary>Null for what is not known, and for UTF-7, which hides markup. The code pages are asked directly: registering them would change the whole process.</summary>
    internal static Encoding? EncodingOf(string charset, DecoderFallback fallback)
    {
        var name = Supersets.GetValueOrDefault(charset.Trim(), charset.Trim());
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, fallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, fallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
