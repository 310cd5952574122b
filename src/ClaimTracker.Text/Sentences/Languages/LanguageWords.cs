namespace ClaimTracker.Text.Sentences.Languages;

/// <summary>The words of one language's rules, with spaces between them. Words stand without their last full stop. Case does not count,
/// but an abbreviation that stands here with a capital is one only with its capital.</summary>
internal sealed record LanguageWords
{
    /// <inheritdoc cref="WordClass.Abbreviation"/>
    public string Abbreviations { get; init; } = "";

    /// <inheritdoc cref="WordClass.Binding"/>
    public string Binding { get; init; } = "";

    /// <inheritdoc cref="WordClass.BeforeNumber"/>
    public string BeforeNumbers { get; init; } = "";

    /// <inheritdoc cref="WordClass.Trailing"/>
    public string Trailing { get; init; } = "";

    /// <summary>The end of street names that are written as one word and cut: "Hauptstr. 5".</summary>
    public string StreetEnding { get; init; } = "";

    /// <summary>Words that open sentences, and seldom go on after an abbreviation with a capital.</summary>
    public string Starters { get; init; } = "";

    /// <summary>Verbs that report speech: what follows a closing quotation mark with one of them belongs to the quotation's sentence.</summary>
    public string SpeechVerbs { get; init; } = "";

    /// <summary>Names with a question or exclamation mark of their own.</summary>
    public string NamesWithMark { get; init; } = "yahoo jeopardy wham joomla yum";

    /// <summary>Where "3." is "third": words before such a number.</summary>
    public string OrdinalLeads { get; init; } = "";

    /// <summary>Where "3." is "third": words after such a number.</summary>
    public string OrdinalHeads { get; init; } = "";

    /// <summary>Marks that end sentences in this language and do something else in others.</summary>
    public string Terminators { get; init; } = "";

    /// <summary>Marks inside sentences that end one before a capitalised sentence starter.</summary>
    public string SoftStops { get; init; } = "";

    /// <summary>Dashes at which speakers break off.</summary>
    public string BreakOffs { get; init; } = "";

    /// <summary>Characters that go on with the sentence right behind a closed quotation.</summary>
    public string Particles { get; init; } = "";

    /// <summary>Off where the full stop has another use before small letters.</summary>
    public bool LowerCaseOpens { get; init; } = true;
}
