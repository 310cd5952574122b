using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Blocks;

/// <summary>A block before it is numbered, still in UTF-16 units.</summary>
internal readonly record struct Draft(BlockType Type, CharSpan Span);

/// <summary>What the reading of an article has found so far; the blocks stand in the order of the text.</summary>
internal sealed record DraftArticle(List<Draft> Blocks, string? Title = null, string? Byline = null, DateOnly? PublishedOn = null);
