using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Citations;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Blocks;

/// <summary>
/// Recognises the credit of a picture: "Photo by X/UPI", "Pool Photo by X", "(U.S. Navy photo by X)", "Foto: X/dpa", "© X".
/// </summary>
internal static class Credits
{
    /// <summary>In characters.</summary>
    private const int Longest = 160;

    /// <summary>With more words before it, "photo by" is part of a sentence about a photo.</summary>
    private const int MostWordsBefore = 4;

    /// <summary>A credit is made of names. A line with more words in small letters describes the picture.</summary>
    private const int MostSmallWords = 6;

    /// <summary>In characters, with the full stop. "Sgt." and the like come before names.</summary>
    private const int LongestTitle = 5;

    private static readonly Phrases Openings = new(
    [
        "photo by", "photos by", "photo:", "photo :", "photo courtesy", "photos courtesy", "photograph by", "photograph:", "photography by",
        "image by", "image:", "image courtesy", "image credit", "picture by", "picture:", "credit:", "credits:", "credit ", "courtesy of",
        "courtesy:", "illustration by",
        "illustration:", "graphic by", "graphic:", "screenshot:", "screengrab", "handout/", "ap photo", "file photo", "reuters/", "afp/",
        "getty images", "©",
        "foto:", "fotos:", "foto von", "foto de", "foto di", "foto ", "bild:", "bildnachweis", "quelle:", "crédit photo", "crédit :",
        "crédits :", "photographie :",
        "fotografía:", "fotografía de", "crédito:", "imagen:", "fotografia:", "fotografia di", "imagem:", "beeld:", "фото:", "фото ",
        "图片来源", "図：", "写真：", "صورة:",
    ]);

    /// <summary>
    /// Checks whether the whole line is a credit. A caption with its credit in brackets at the end is not: "Photo: The lock today. (Foto:
    /// X)".
    /// </summary>
    public static bool Is(string text, CharSpan line) =>
        line.Length <= Longest && Opens(text, line) && !(StartIn(text, line) is var inner && inner < line.End && text[inner] is '(' or '[');

    /// <summary>The start of the credit at the end of a caption, or the end of a caption without a credit.</summary>
    public static int StartIn(string text, CharSpan caption)
    {
        var least = Math.Max(caption.Start + 1, caption.End - Longest);
        for (var i = least; i < caption.End; i++)
        {
            if (char.IsWhiteSpace(text[i - 1]) && Follows(text, caption.Start, i) && Opens(text, new CharSpan(i, caption.End)))
            {
                return i;
            }
        }

        return caption.End;
    }

    /// <summary>Checks the place of a credit: after a sentence, in brackets, or after a bar.</summary>
    private static bool Follows(string text, int start, int at)
    {
        if (text[at] is '(' or '[' or '©')
        {
            return true;
        }

        var before = at - 1;
        while (before > start && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return text[before] is '|' or '/' or '—' || LineShape.EndsSentence(text, new CharSpan(start, before + 1));
    }

    /// <summary>Recognises a word that ends a caption: "2024." or "Harbour.", but not "U.S.", which is part of a name.</summary>
    private static bool EndsCaption(ReadOnlySpan<char> word) =>
        !word.IsEmpty && (char.IsDigit(word[0]) || (word[^1] == '.' && word.IndexOf('.') == word.Length - 1 && word.Length > LongestTitle));

    private static int SmallWords(ReadOnlySpan<char> span)
    {
        var small = 0;
        for (var i = 0; i < span.Length; i++)
        {
            small += char.IsLower(span[i]) && (i == 0 || span[i - 1] == ' ') ? 1 : 0;
        }

        return small;
    }

    private static bool Opens(string text, CharSpan span)
    {
        if (SmallWords(span.In(text)) > MostSmallWords)
        {
            return false;
        }

        var words = 0;
        var bracketed = text[span.Start] is '(' or '[';
        if (bracketed && text[span.Start..span.End].AsSpan().TrimEnd('.')[^1] is not (')' or ']'))
        {
            return false;
        }

        // "[Quelle: X]" names the source of a sentence.
        var line = span.In(text);
        if (line[0] == '[' && line.IndexOf(']') is > 0 and var end && NoteWords.AreNote(line[1..end], inQuote: false))
        {
            return false;
        }

        for (var i = bracketed ? span.Start + 1 : span.Start; i < span.End && words <= MostWordsBefore; words++)
        {
            var rest = text.AsSpan(i, span.End - i);
            foreach (var phrase in Openings.At(rest))
            {
                if (words > 0 || !char.IsWhiteSpace(phrase[^1]) || rest.Length > phrase.Length)
                {
                    return true;
                }
            }

            // Words before the phrase belong to a name or tell the kind of photo: "U.S. Navy photo by", "Pool Photo by".
            if (char.IsLower(rest[0]))
            {
                return false;
            }

            var space = rest.IndexOf(' ');
            if (EndsCaption(space < 0 ? rest : rest[..space]))
            {
                return false;
            }

            i = space < 0 ? span.End : i + space + 1;
        }

        return false;
    }
}
