using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Html;

/// <summary>
/// The visible text of a page, and the facts that its markup declares. Each block is one passage, in order, with offsets into the text.
/// </summary>
internal sealed record Page(string Text, List<Passage> Passages, string? Language, string? Title, string? Byline, DateOnly? PublishedOn);
