using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Html;

/// <summary>What a page shows and says of itself. Passages are one a block, in order, with offsets into the text; the language is the markup's.</summary>
internal sealed record Page(string Text, List<Passage> Passages, string? Language, string? Title, string? Byline, DateOnly? PublishedOn);
