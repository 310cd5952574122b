namespace ClaimTracker.Text;

/// <summary>A kind of change to sentences from one version of a text to the next.</summary>
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

    /// <summary>Only the version after has the sentence.</summary>
    Inserted,

    /// <summary>Only the version before has the sentence.</summary>
    Deleted,
}
