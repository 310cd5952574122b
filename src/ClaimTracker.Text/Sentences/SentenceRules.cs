namespace ClaimTracker.Text.Sentences;

/// <summary>What one language knows of its full stops. Words stand without their last full stop; case does not count.</summary>
internal sealed record SentenceRules
{
    public required WordSet Abbreviations { get; init; }

    /// <summary>Never end a sentence: what they announce must follow (titles before names, "e.g.", "vs.").</summary>
    public required WordSet Binding { get; init; }

    /// <summary>Do not end a sentence before a number ("No. 5", "Oct. 7"), whatever they are elsewhere.</summary>
    public required WordSet BeforeNumbers { get; init; }

    /// <summary>Words that seldom go on after an abbreviation with a capital, so that the full stop also ends a sentence.</summary>
    public required WordSet Starters { get; init; }

    /// <summary>Verbs that report speech: what follows a closing quotation mark with one of them belongs to the quotation's sentence.</summary>
    public WordSet SpeechVerbs { get; init; } = new();

    public static SentenceRules For(string? language) => language switch
    {
        _ => English.Rules,
    };
}
