using System.Text;
using ClaimTracker.Text.Decoding;

namespace ClaimTracker.Text;

/// <summary>Converts the bytes of a text or a page to characters.</summary>
public static class TextDecoder
{
    /// <summary>Checks whether text in a character encoding can be decoded.</summary>
    /// <param name="charset">A label as in the charset parameter of Content-Type.</param>
    public static bool Supports(string charset) => Charsets.Find(charset, DecoderFallback.ExceptionFallback) is not null;

    /// <summary>Decodes a text in a named encoding. Every character is kept, a byte order mark included.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="charset">A label that <see cref="Supports"/> accepts.</param>
    /// <exception cref="ArticleReadException">The bytes are not valid in that encoding.</exception>
    public static string Decode(byte[] bytes, string charset)
    {
        try
        {
            return Charsets.Find(charset, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new ArticleReadException($"The byte at {fault.Index} (counted from 0) does not begin a character of {charset}.");
        }
    }

    /// <summary>
    /// Decodes a page that came without a named encoding: as UTF-8, else as the page itself declares, else by the look of its bytes.
    /// </summary>
    /// <param name="bytes">The page.</param>
    /// <exception cref="ArticleReadException">Nothing tells the encoding.</exception>
    public static string DecodePage(byte[] bytes) => PageBytes.Decode(bytes);
}
