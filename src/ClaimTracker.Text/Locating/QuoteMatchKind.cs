namespace ClaimTracker.Text;

/// <summary>The closeness of a match to its quote.</summary>
public enum QuoteMatchKind
{
    /// <summary>Equal to the character.</summary>
    Exact,

    /// <summary>Equal apart from white space, case, and the kind of quotation marks and dashes.</summary>
    Tolerant,

    /// <summary>Similar: some characters differ.</summary>
    Fuzzy,
}
