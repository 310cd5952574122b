using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Html;

/// <summary>A link of a page.</summary>
/// <param name="Span">Its words in the text of the page.</param>
/// <param name="Address">The address, as the page has it.</param>
internal readonly record struct PageLink(CharSpan Span, string Address);
