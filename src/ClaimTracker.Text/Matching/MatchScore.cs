namespace ClaimTracker.Text.Matching;

/// <summary>
/// How likely two texts claim the same, of three ways to compare them: a logistic sum. Its weights were fitted to the 800 training posts
/// of CheckThat! 2020 (task 2) and their claims; the command <c>matching</c> of the benchmarks measures them on others.
/// </summary>
internal static class MatchScore
{
    // From nothing shared to some is a larger step than from much to all: so the roots.
    public static double Of(double words, double letters, double? meaning)
    {
        var (rootOfWords, rootOfLetters) = (Math.Sqrt(words), Math.Sqrt(letters));
        return Logistic(meaning is { } known
            ? (4.84 * rootOfWords) + (7.28 * rootOfLetters) + (8.7 * known) - 11.78
            : (8.92 * rootOfWords) + (7.37 * rootOfLetters) - 9.41);
    }

    private static double Logistic(double sum) => 1 / (1 + Math.Exp(-sum));
}
