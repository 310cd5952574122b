using System.Buffers;
using System.Globalization;

namespace ClaimTracker.Text.Basics;

/// <summary>
/// Classes of characters that matter at the end of a sentence (after Unicode UAX #29, Sentence_Break: STerm, ATerm, Close).
/// </summary>
internal static class Marks
{
    /// <summary>Marks that also occur inside names and numbers: only their neighbours tell whether they end a sentence.</summary>
    private const string Ambiguous = ".!?…‼⁇⁈⁉၊";

    /// <summary>
    /// Marks of CJK, Arabic, Urdu, Devanagari, Armenian, Ethiopic, Burmese, Khmer, Tibetan, Mongolian: they have no other use.
    /// </summary>
    private const string Plain = "。！？｡．؟۔।॥։።፧፨။។៕།༎᠃᠉꯫";

    private const string Closing = "\"'”’»›)]}」』）】〉》〕］｝“‘*";

    private const string Opening = "\"'“‘«‹„‚([{¿¡「『（【〈《〔［｛”’»›*•–—-";

    /// <summary>Quotation marks of either side: only their neighbours tell which.</summary>
    private const string Quotation = "\"“”„«»";

    /// <summary>One byte for each UTF-16 unit: the scanner asks several times for every character around a stop.</summary>
    private static readonly Class[] Classes = Classify();

    [Flags]
    private enum Class : byte
    {
        None = 0,
        Word = 1,
        Terminator = 2,
        Plain = 4,
        Closing = 8,
        Opening = 16,
        Quotation = 32,
        Invisible = 64,
    }

    /// <summary>The characters at which a scanner stops to look: every terminator, and those that a language adds.</summary>
    public static SearchValues<char> Stops(string added) => SearchValues.Create(Ambiguous + Plain + added);

    public static bool IsTerminator(char c) => Is(c, Class.Terminator);

    public static bool IsPlain(char c) => Is(c, Class.Plain);

    public static bool IsClosing(char c) => Is(c, Class.Closing);

    public static bool IsOpening(char c) => Is(c, Class.Opening);

    public static bool IsQuotation(char c) => Is(c, Class.Quotation);

    /// <summary>Part of a word for the rules: letters, digits, the marks that combine with them, apostrophes, the sign of "N°".</summary>
    public static bool IsWord(char c) => Is(c, Class.Word);

    /// <summary>Direction marks, joiners and other characters that only control the display of their neighbours.</summary>
    public static bool IsInvisible(char c) => Is(c, Class.Invisible);

    private static bool Is(char c, Class kind) => (Classes[c] & kind) != Class.None;

    private static Class[] Classify()
    {
        var classes = new Class[char.MaxValue + 1];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = CharUnicodeInfo.GetUnicodeCategory((char)i) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Class.Word,
                UnicodeCategory.Format => Class.Invisible,
                _ => char.IsLetterOrDigit((char)i) ? Class.Word : Class.None,
            };
        }

        Add("'’°", Class.Word);
        Add(Ambiguous, Class.Terminator);
        Add(Plain, Class.Terminator | Class.Plain);
        Add(Closing, Class.Closing);
        Add(Opening, Class.Opening);
        Add(Quotation, Class.Quotation);
        return classes;

        void Add(string characters, Class kind)
        {
            foreach (var c in characters)
            {
                classes[c] |= kind;
            }
        }
    }
}
