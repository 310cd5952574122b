namespace ClaimTracker.Text;

/// <summary>A run of a text.</summary>
/// <param name="Start">First character, in Unicode code points (not UTF-16 units) from the start of the text.</param>
/// <param name="End">One past the last character, in code points.</param>
/// <param name="Text">Exactly the characters of the run.</param>
public sealed record TextSpan(int Start, int End, string Text);
