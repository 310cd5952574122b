namespace ClaimTracker.Text;

/// <summary>A place in a text that matches a quote.</summary>
/// <param name="Start">First character, in Unicode code points.</param>
/// <param name="End">One past the last character, in code points.</param>
/// <param name="Score">1; for a fuzzy match, 1 minus the share of characters that differ.</param>
/// <param name="Kind">The kind of the match.</param>
public sealed record QuoteMatch(int Start, int End, double Score, QuoteMatchKind Kind);
