namespace ClaimTracker.Text;

/// <summary>What became of the words that something was attached to.</summary>
public enum AnchorState
{
    /// <summary>They stand where they are expected, equal to the character.</summary>
    Exact,

    /// <summary>They stand there, equal apart from white space, case, and the kind of quotation marks and dashes.</summary>
    Normalised,

    /// <summary>They stand at one place only, but among other words than expected.</summary>
    Moved,

    /// <summary>They may be at several places, or only similar words are there: a person decides.</summary>
    Ambiguous,

    /// <summary>Nothing like them is there.</summary>
    Lost,
}

/// <summary>An honest answer to the question where some words are: a place only if it is certain.</summary>
/// <param name="State">How certain it is.</param>
/// <param name="Place">The place; null if the words are ambiguous or lost.</param>
/// <param name="Candidates">The places that a person can choose from, best first; empty unless the words are ambiguous.</param>
public sealed record Anchor(AnchorState State, QuoteMatch? Place, IReadOnlyList<QuoteMatch> Candidates);
