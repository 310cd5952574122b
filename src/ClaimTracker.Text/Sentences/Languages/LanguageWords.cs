namespace ClaimTracker.Text.Sentences.Languages;

/// <summary>
/// The words of the rules of one language, separated by white space and without their last full stop. Case is ignored, except that an
/// abbreviation listed with a capital is one only with its capital.
/// </summary>
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

    /// <summary>The abbreviated end of street names that are one word: "Hauptstr. 5".</summary>
    public string StreetEnding { get; init; } = "";

    /// <summary>Words that open sentences. With a capital, they seldom continue a sentence after an abbreviation.</summary>
    public string Starters { get; init; } = "";

    /// <summary>Verbs that report speech. After a closing quotation mark they continue the sentence of the quotation.</summary>
    public string SpeechVerbs { get; init; } = "";

    /// <summary>Names with a question or exclamation mark of their own.</summary>
    public string NamesWithMark { get; init; } = "yahoo jeopardy wham joomla yum";

    /// <summary>Words before an ordinal, in languages that write "third" as "3.".</summary>
    public string OrdinalLeads { get; init; } = "";

    /// <summary>Words after an ordinal, in languages that write "third" as "3.".</summary>
    public string OrdinalHeads { get; init; } = "";

    /// <summary>Marks that end sentences in this language and have another use in others.</summary>
    public string Terminators { get; init; } = "";

    /// <summary>Marks inside sentences that end the sentence before a capitalised sentence starter.</summary>
    public string SoftStops { get; init; } = "";

    /// <summary>Dashes at which speakers break off.</summary>
    public string BreakOffs { get; init; } = "";

    /// <summary>Characters that continue the sentence directly after a closed quotation.</summary>
    public string Particles { get; init; } = "";

    /// <summary>True if a small letter may open a sentence; false if the full stop has another use before small letters.</summary>
    public bool LowerCaseOpens { get; init; } = true;
}
