namespace ClaimTracker.Text.Sentences.Languages;

/// <summary>Scripts with a mark of their own for the end of a sentence: little is left to tell.</summary>
internal static class OwnMarks
{
    public static readonly LanguageWords Hindi = new()
    {
        Binding = "डॉ डा श्री श्रीमती प्रो पं सु कु मो रु ई सं ले",
        BeforeNumbers = "रु नं पृ सं क्र",
    };

    // "「はい。」と言った。": what is said is part of the sentence that says so.
    public static readonly LanguageWords Japanese = new() { Particles = "とっがをのはもにで、" };

    public static readonly LanguageWords Chinese = new() { Particles = "，、的" };

    public static readonly LanguageWords Amharic = new();

    /// <summary>Armenian types its full stop as a colon; its "." stands where English has a colon.</summary>
    public static readonly LanguageWords Armenian = new() { Terminators = ":", LowerCaseOpens = false };

    public static readonly LanguageWords Burmese = new();
}
