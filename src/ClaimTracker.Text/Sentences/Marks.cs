using System.Buffers;
using System.Globalization;

namespace ClaimTracker.Text.Sentences;

/// <summary>Characters by what they do at the end of a sentence (after Unicode UAX #29, Sentence_Break: STerm, ATerm, Close).</summary>
internal static class Marks
{
    /// <summary>What may end a sentence only after a look at its neighbours, as they also stand inside names and numbers.</summary>
    private const string Ambiguous = ".!?…‼⁇⁈⁉";

    /// <summary>CJK, Arabic, Urdu, Devanagari, Armenian, Ethiopic, Burmese and Khmer marks, which do nothing else.</summary>
    private const string Plain = "。！？｡．؟۔।॥։።፧፨။។";

    private const string Closing = "\"'”’»›)]}」』）】〉》〕］｝“‘*";

    private const string Opening = "\"'“‘«‹„‚([{¿¡「『（【〈《〔［｛”’»›*•–—-";

    public static readonly SearchValues<char> Terminators = SearchValues.Create(Ambiguous + Plain);

    public static bool IsTerminator(char c) => Terminators.Contains(c);

    public static bool IsPlain(char c) => Plain.Contains(c, StringComparison.Ordinal);

    public static bool IsClosing(char c) => Closing.Contains(c, StringComparison.Ordinal);

    public static bool IsOpening(char c) => Opening.Contains(c, StringComparison.Ordinal);

    /// <summary>Quotation marks only, of any side: which side they are is decided by what stands next to them.</summary>
    public static bool IsQuotation(char c) => "\"“”„«»".Contains(c, StringComparison.Ordinal);

    /// <summary>Part of a word in the eyes of the rules: letters, digits, the marks that combine with them, apostrophes.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '\'' or '’' || IsCombining(c);

    private static bool IsCombining(char c) => c >= '\u0300'
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
