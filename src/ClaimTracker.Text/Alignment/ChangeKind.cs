namespace ClaimTracker.Text;

/// <summary>The fate of sentences from one version of a text to the next.</summary>
public enum ChangeKind
{
    /// <summary>Both versions have the same words, in the same place or elsewhere.</summary>
    Kept,

    /// <summary>One sentence became another that shares most of its words.</summary>
    Edited,

    /// <summary>One sentence became several neighbours.</summary>
    Split,

    /// <summary>Several neighbours became one sentence.</summary>
    Merged,

    /// <summary>The version before has nothing like it.</summary>
    Inserted,

    /// <summary>The version after has nothing like it.</summary>
    Deleted,
}
