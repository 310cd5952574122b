using System.Text;
using System.Xml;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Text for XML, which has no place for most control characters, not even escaped.</summary>
internal static class DocxText
{
    private const char FirstPicture = '\u2400';
    private const char PictureOfDelete = '\u2421';

    /// <summary>The text with a picture (U+2400 to U+2421) in place of each control character that XML cannot hold.</summary>
    public static string Shown(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(rune.Value switch
            {
                '\t' or '\n' or '\r' => new Rune(rune.Value),
                < ' ' => new Rune(FirstPicture + rune.Value),
                0x7F => new Rune(PictureOfDelete),
                >= 0xFFFE and <= 0xFFFF => Rune.ReplacementChar,
                _ => rune,
            });
        }

        return shown.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c) || c == '\x7F')
            {
                return false;
            }
        }

        return true;
    }
}
