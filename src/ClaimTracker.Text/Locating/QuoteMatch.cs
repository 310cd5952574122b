namespace ClaimTracker.Text;

/// <summary>A place where a quote stands.</summary>
/// <param name="Start">First character, in Unicode code points.</param>
/// <param name="End">One past the last character, in code points.</param>
/// <param name="Score">1, or for a fuzzy match 1 less the share of characters that differ.</param>
/// <param name="Kind">How it was found.</param>
public sealed record QuoteMatch(int Start, int End, double Score, QuoteMatchKind Kind);
