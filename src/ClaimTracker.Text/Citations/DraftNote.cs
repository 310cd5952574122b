using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Citations;

/// <summary>A citation whose place is still in UTF-16 units.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Span">The words that it stands on.</param>
/// <param name="Text">What it says; null for the words themselves.</param>
/// <param name="Url">The address that it names.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When.</param>
internal readonly record struct DraftNote(
    CitationKind Kind, CharSpan Span, string? Text, string? Url, string? Author = null, DateTimeOffset? At = null);
