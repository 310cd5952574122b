using System.Text;

namespace ClaimTracker.Text.Decoding;

/// <summary>Character encodings by the labels that the web gives them.</summary>
internal static class Charsets
{
    /// <summary>
    /// Labels with a wider meaning on the web than in the standards: the superset that pages really use (WHATWG Encoding).
    /// </summary>
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

    /// <summary>
    /// The encoding of a label; null for an unknown one, and for UTF-7, which hides markup.
    /// The code pages are asked directly: registering them would change the whole process.
    /// </summary>
    public static Encoding? Find(string charset, DecoderFallback fallback)
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
