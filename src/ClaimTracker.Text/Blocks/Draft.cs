using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Blocks;

/// <summary>A block without a number, still in UTF-16 units.</summary>
internal readonly record struct Draft(BlockType Type, CharSpan Span);

/// <summary>An article as far as it has been read; the blocks are in the order of the text.</summary>
internal sealed record DraftArticle(List<Draft> Blocks, string? Title = null, string? Byline = null, DateOnly? PublishedOn = null);
