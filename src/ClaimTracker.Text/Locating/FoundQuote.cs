using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Locating;

/// <summary>A match of a quote, in UTF-16 positions of the text.</summary>
internal readonly record struct FoundQuote(CharSpan Span, double Score, QuoteMatchKind Kind);
