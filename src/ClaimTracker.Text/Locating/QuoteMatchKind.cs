namespace ClaimTracker.Text;

/// <summary>How a quote was found.</summary>
public enum QuoteMatchKind
{
    /// <summary>To the character.</summary>
    Exact,

    /// <summary>Apart from white space, case, and the kind of its quotation marks and dashes.</summary>
    Tolerant,

    /// <summary>With other characters here and there.</summary>
    Fuzzy,
}
