namespace ClaimTracker.Text.Sentences.Languages;

/// <summary>Scripts with a special mark for the end of a sentence, which need few words.</summary>
internal static class OwnMarks
{
    public static readonly LanguageWords Hindi = new()
    {
        Binding = "डॉ डा डाॅ श्री श्रीमती प्रो पं सु कु मो रु ई सं ले कि मी ई.पू पू इं इ प्रा स्व एड एम बी ए पी एच सी उ",
        BeforeNumbers = "रु नं पृ सं क्र",
    };

    // "「はい。」と言った。": the quotation is part of the sentence that reports it.
    public static readonly LanguageWords Japanese = new() { Particles = "とっがをのはもにで、" };

    public static readonly LanguageWords Chinese = new() { Particles = "，、的" };

    public static readonly LanguageWords Amharic = new();

    /// <summary>In Armenian the full stop is typed as a colon; its "." is used like the English colon.</summary>
    public static readonly LanguageWords Armenian = new() { Terminators = ":", LowerCaseOpens = false };

    public static readonly LanguageWords Burmese = new();
}
