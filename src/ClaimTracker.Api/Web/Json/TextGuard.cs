namespace ClaimTracker.Api.Web.Json;

/// <summary>
/// The one gate for text from outside. Refuses what cannot be stored and given back byte for byte, or what no text holds.
/// Bidirectional controls and zero-width characters pass: evidence stays as it is.
/// </summary>
internal static class TextGuard
{
    /// <returns>What is wrong with the first bad character and where it stands, or null when the text is fine.</returns>
    public static string? Check(ReadOnlySpan<char> text)
    {
        var position = 0;
        for (var i = 0; i < text.Length; i++, position++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007f' or '\t' or '\n' or '\r')
            {
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var rune = char.ConvertToUtf32(c, text[++i]);
                if ((rune & 0xFFFE) == 0xFFFE)
                {
                    return Bad(rune, "a noncharacter", position);
                }
            }
            else if (char.IsSurrogate(c))
            {
                return Bad(c, "half of a surrogate pair", position);
            }
            else if (char.IsControl(c))
            {
                return Bad(c, "a control character", position);
            }
            else if (c is >= '\ufdd0' and <= '\ufdef' or >= '\ufffe')
            {
                return Bad(c, "a noncharacter", position);
            }
        }

        return null;
    }

    private static string Bad(int codePoint, string what, int position) =>
        $"must be plain text: character {position} (counted from 0) is U+{codePoint:X4}, {what}. Remove it.";
}
