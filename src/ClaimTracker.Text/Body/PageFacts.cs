namespace ClaimTracker.Text.Body;

/// <summary>A page as it was walked, with what its head says.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Passages">Its blocks of text, in order.</param>
/// <param name="Nodes">Its elements; each stands behind the one around it.</param>
/// <param name="Titles">The titles that its head names, the most trusted first.</param>
/// <param name="Description">The description that its head gives, often the standfirst.</param>
/// <param name="Language">The language that it declares, or null.</param>
internal sealed record PageFacts(
    string Text,
    IReadOnlyList<PagePassage> Passages,
    IReadOnlyList<PageNode> Nodes,
    IReadOnlyList<string> Titles,
    string? Description,
    string? Language)
{
    /// <summary>The passages that another method found: Firefox's reader view. Null if it found none.</summary>
    public IReadOnlySet<int>? Voted { get; init; }

    /// <summary>The passages whose words stand in the body that the page gives to search engines.</summary>
    public IReadOnlySet<int> InData { get; init; } = new HashSet<int>();
}
