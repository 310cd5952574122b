namespace ClaimTracker.Text;

/// <summary>The degree to which a sentence deserves checking.</summary>
/// <param name="Score">0 to 1, with three decimals: the logistic function of the sum of the components.</param>
/// <param name="Components">One component for every rule that applied.</param>
public sealed record CheckWorthinessScore(double Score, IReadOnlyList<ScoreComponent> Components);

/// <summary>One reason for a score.</summary>
/// <param name="Name">The name of the rule in snake_case, the same for every sentence.</param>
/// <param name="Value">Its part of the sum; below zero it speaks against checking.</param>
/// <param name="Why">A short English phrase with the words of the sentence that the rule saw.</param>
public sealed record ScoreComponent(string Name, double Value, string Why);
