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

    /// <summary>Quotation marks only, of any side: which side they are is decided by what stands next to them.</summary>
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

    /// <summary>Where to stop and look: every terminator, and those that a language adds.</summary>
    public static SearchValues<char> Stops(string added) => SearchValues.Create(Ambiguous + Plain + added);

    public static bool IsTerminator(char c) => Is(c, Class.Terminator);

    public static bool IsPlain(char c) => Is(c, Class.Plain);

    public static bool IsClosing(char c) => Is(c, Class.Closing);

    public static bool IsOpening(char c) => Is(c, Class.Opening);

    public static bool IsQuotation(char c) => Is(c, Class.Quotation);

    /// <summary>Part of a word in the eyes of the rules: letters, digits, the marks that combine with them, apostrophes, the sign of "N°".</summary>
    public static bool IsWord(char c) => Is(c, Class.Word);

    /// <summary>Marks of direction, joiners and other characters that only tell how to show their neighbours.</summary>
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
