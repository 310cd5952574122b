namespace ClaimTracker.Text.Body;

/// <summary>An element of a page, as far as it matters for its text. It holds the passages from First to End.</summary>
/// <param name="Parent">The element around it, by its index; -1 for the root.</param>
/// <param name="Areas">What its own markup says.</param>
/// <param name="Inherited">What its own markup and that of the elements around it say.</param>
/// <param name="Kind">Tag and class names, to tell elements of a kind; 0 if it has no class.</param>
/// <param name="First">Its first passage.</param>
internal sealed record PageNode(int Parent, Areas Areas, Areas Inherited, int Kind, int First)
{
    /// <summary>One past its last passage.</summary>
    public int End { get; set; } = First;

    public bool IsEmpty => End <= First;

    /// <summary>Checks whether a passage is in this element.</summary>
    public bool Holds(int passage) => passage >= First && passage < End;

    /// <summary>Checks whether one of two elements holds the other.</summary>
    public bool Touches(PageNode other) => First < other.End && other.First < End;
}
