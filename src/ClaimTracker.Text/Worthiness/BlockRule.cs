namespace ClaimTracker.Text.Worthiness;

/// <summary>A rule that looks at the block of a sentence.</summary>
/// <param name="Name">The name of its component: the block.</param>
/// <param name="Type">The block.</param>
/// <param name="Why">What the block says about its sentences.</param>
internal sealed record BlockRule(string Name, BlockType Type, string Why)
{
    /// <summary>The blocks whose sentences weigh less than prose.</summary>
    public static readonly IReadOnlyList<BlockRule> All =
    [
        new("title", BlockType.Title, "headline: the text says it in full"),
        new("heading", BlockType.Heading, "heading within the text"),
        new("caption", BlockType.Caption, "words under a picture"),
        new("bio", BlockType.Bio, "note about the author"),
        new("disclaimer", BlockType.Disclaimer, "note about the article"),
    ];

    public static BlockRule? Of(BlockType type)
    {
        foreach (var rule in All)
        {
            if (rule.Type == type)
            {
                return rule;
            }
        }

        return null;
    }
}
