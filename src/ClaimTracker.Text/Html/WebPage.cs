using ClaimTracker.Text.Body;
using ClaimTracker.Text.Citations;

namespace ClaimTracker.Text.Html;

/// <summary>A page that was read.</summary>
/// <param name="Facts">Its text and its blocks, with offsets into the text.</param>
/// <param name="Body">Which of them are the article.</param>
/// <param name="Language">The language that it declares.</param>
/// <param name="Meta">What its head says.</param>
internal sealed record WebPage(PageFacts Facts, PageBody Body, string? Language, PageMetadata Meta)
{
    public required IReadOnlyList<DraftNote> Notes { get; init; }
}
