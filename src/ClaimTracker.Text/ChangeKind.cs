namespace ClaimTracker.Text;

/// <summary>What became of sentences from one version of a text to the next.</summary>
public enum ChangeKind
{
    /// <summary>The same words stand in both, here or elsewhere.</summary>
    Kept,

    /// <summary>One sentence became another one that shares most of its words.</summary>
    Edited,

    /// <summary>One sentence became several neighbours.</summary>
    Split,

    /// <summary>Several neighbours became one sentence.</summary>
    Merged,

    /// <summary>Nothing like it stood in the version before.</summary>
    Inserted,

    /// <summary>Nothing like it stands in the version after.</summary>
    Deleted,
}
