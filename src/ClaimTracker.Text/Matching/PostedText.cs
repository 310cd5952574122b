using System.Text;
using System.Text.RegularExpressions;

namespace ClaimTracker.Text.Matching;

/// <summary>The words of a post: without its links, handles, emoji and signature, which are no part of what it claims.</summary>
internal static partial class PostedText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    /// <summary>
    /// Returns the words, those of handles and tags parted, and the name of who signed it: posts are checked for who said it.
    /// A text that is nothing else stays as it is.
    /// </summary>
    public static string WordsOf(string text)
    {
        var words = Signature().Replace(text, static signature => " " + signature.Groups["name"].Value);
        words = Link().Replace(words, " ");
        words = Joined().Replace(words, static joined => " " + Humps().Replace(joined.Groups["words"].Value.Replace('_', ' '), " ") + " ");
        words = Space().Replace(WithoutSymbols(words), " ").Trim();
        return words.Length > 0 ? words : text.Trim();
    }

    private static string WithoutSymbols(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Emoji, their joiners, selectors and skin colours. Signs of currencies and of arithmetic stay.
            var isSymbol = Rune.GetUnicodeCategory(rune)
                is System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.ModifierSymbol;
            kept.Append(isSymbol || rune.Value is 0x200D or 0xFE0F or >= 0x1F000 and <= 0x1FAFF ? " " : rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>"— Name (@name) January 14, 2020" at the end.</summary>
    [GeneratedRegex(
        @"[—–-]\s+(?<name>[^—\n]{0,80})\(@\w{1,30}\)(\s+\p{L}+\.?\s+\d{1,2},\s+\d{4})?\s*$", Options, Timeout)]
    private static partial Regex Signature();

    /// <summary>Links also where they were pasted to the end of a word.</summary>
    [GeneratedRegex(@"(https?://|www\.|pic\.twitter\.com/|\bt\.co/)\S+", Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Link();

    /// <summary>Handles and tags; addresses of mail are neither.</summary>
    [GeneratedRegex(@"(?<![\w.])\.?[@#](?<words>\w+)", Options, Timeout)]
    private static partial Regex Joined();

    /// <summary>"AustralianFires" is two words.</summary>
    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{Nd})", Options, Timeout)]
    private static partial Regex Humps();

    [GeneratedRegex(@"\s+", Options, Timeout)]
    private static partial Regex Space();
}
