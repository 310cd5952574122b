using System.Globalization;

namespace ClaimTracker.Text.Docx;

/// <summary>Characters that a document names by their place in a font of symbols.</summary>
internal static class DocxSymbols
{
    /// <summary>The font Symbol, from the place 0x41: Greek letters where others have Latin ones.</summary>
    private const string GreekCapitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private const string GreekLetters = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    private static readonly Dictionary<int, string> Symbol = new()
    {
        [0x22] = "∀", [0x24] = "∃", [0x2A] = "∗", [0x2D] = "−", [0x40] = "≅", [0x5E] = "⊥", [0xA2] = "′", [0xA3] = "≤", [0xA4] = "⁄",
        [0xA5] = "∞", [0xAB] = "↔", [0xAC] = "←", [0xAD] = "↑", [0xAE] = "→", [0xAF] = "↓", [0xB0] = "°", [0xB1] = "±", [0xB2] = "″",
        [0xB3] = "≥", [0xB4] = "×", [0xB6] = "∂", [0xB7] = "•", [0xB8] = "÷", [0xB9] = "≠", [0xBA] = "≡", [0xBB] = "≈", [0xBC] = "…",
        [0xD0] = "∠", [0xD2] = "®", [0xD3] = "©", [0xD4] = "™", [0xD5] = "∏", [0xD6] = "√", [0xDB] = "⇔", [0xDE] = "⇒", [0xE5] = "∑",
        [0xE2] = "®", [0xE3] = "©", [0xE4] = "™", [0xF2] = "∫",
    };

    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x4A] = "☺", [0x4C] = "☹", [0x6C] = "●", [0x6E] = "■", [0x6F] = "□", [0x71] = "❑", [0x76] = "❖", [0x9F] = "•", [0xA7] = "▪",
        [0xA8] = "◻", [0xD8] = "➢", [0xDF] = "←", [0xE0] = "→", [0xE1] = "↑", [0xE2] = "↓", [0xF0] = "⇨", [0xFB] = "✗", [0xFC] = "✓",
        [0xFD] = "☒", [0xFE] = "☑",
    };

    /// <summary>The character of a place in a font; of fonts that are not known, the character as the document names it.</summary>
    /// <param name="font">The name of the font.</param>
    /// <param name="place">The place, in hexadecimal digits.</param>
    public static string Of(string? font, string? place)
    {
        if (!int.TryParse(place, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is <= 0x1F or > 0xFFFF or (>= 0xD800 and <= 0xDFFF) or >= 0xFFFE)
        {
            return "\uFFFD";
        }

        var low = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
        var known = font switch
        {
            "Symbol" when low is >= 0x41 and < 0x41 + 26 => GreekCapitals[low - 0x41].ToString(),
            "Symbol" when low is >= 0x61 and < 0x61 + 26 => GreekLetters[low - 0x61].ToString(),
            "Symbol" => Symbol.GetValueOrDefault(low) ?? (low < 0x7F ? ((char)low).ToString() : null),
            "Wingdings" => Wingdings.GetValueOrDefault(low),
            _ => null,
        };
        return known ?? ((char)code).ToString();
    }
}
