using System.Globalization;

namespace ClaimTracker.Text.Docx;

/// <summary>Characters that a document names by their place in a font of symbols.</summary>
internal static class DocxSymbols
{
    /// <summary>The font Symbol, from the place 0x41: Greek letters where others have Latin ones.</summary>
    private const string GreekCapitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private const string GreekLetters = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    private static readonly Dictionary<int, string> Symbol = Parsed("""
        22∀ 24∃ 2A∗ 2D− 40≅ 5E⊥ A2′ A3≤ A4⁄ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B6∂ B7• B8÷ B9≠ BA≡ BB≈ BC… D0∠ D2® D3©
        D4™ D5∏ D6√ DB⇔ DE⇒ E5∑ E2® E3© E4™ F2∫
        """);

    private static readonly Dictionary<int, string> Wingdings = Parsed("""
        4A☺ 4C☹ 6C● 6E■ 6F□ 71❑ 76❖ 9F• A7▪ A8◻ D8➢ DF← E0→ E1↑ E2↓ F0⇨ FB✗ FC✓ FD☒ FE☑
        """);

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

    /// <summary>Reads places in hexadecimal digits, each with its character.</summary>
    private static Dictionary<int, string> Parsed(string pairs) => pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(
            static pair => int.Parse(pair[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), static pair => pair[2..]);
}
