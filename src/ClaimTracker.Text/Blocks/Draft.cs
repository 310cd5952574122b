using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Citations;

namespace ClaimTracker.Text.Blocks;

/// <summary>A block without a number, still in UTF-16 units.</summary>
internal readonly record struct Draft(BlockType Type, CharSpan Span);

/// <summary>An article as far as it has been read; the blocks are in the order of the text.</summary>
internal sealed record DraftArticle(List<Draft> Blocks, string? Title = null, string? Byline = null, DateOnly? PublishedOn = null)
{
    /// <summary>The same where nothing is furniture: a text of one's own has no menus.</summary>
    public DraftArticle AsDraft() => this with
    {
        Blocks = Blocks.ConvertAll(
            static b => b.Type is BlockType.Navigation or BlockType.Footer ? b with { Type = BlockType.Paragraph } : b),
    };

    /// <summary>Links and notes at words of the text.</summary>
    public IReadOnlyList<DraftNote> Notes { get; init; } = [];

    /// <summary>Where on its page the passage at a position stands; null for what nobody needs to look at.</summary>
    public Func<int, string?> PlaceOf { get; init; } = static _ => "outside";
}
