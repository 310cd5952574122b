namespace ClaimTracker.Text.Worthiness;

/// <summary>The lists that a word may stand in: several at once.</summary>
[Flags]
internal enum WordLists
{
    None = 0,
    Quantities = 1,
    Units = 1 << 1,
    Measures = 1 << 2,
    Comparison = 1 << 3,
    Scope = 1 << 4,
    Cause = 1 << 5,
    Change = 1 << 6,
    FactVerbs = 1 << 7,
    Statement = 1 << 8,
    Topic = 1 << 9,
    Attribution = 1 << 10,
    Time = 1 << 11,
    Opinion = 1 << 12,
    Future = 1 << 13,
    FirstPerson = 1 << 14,
    SecondPerson = 1 << 15,
    Procedure = 1 << 16,

    /// <summary>The first word of a phrase of two.</summary>
    PhraseStart = 1 << 20,
}
