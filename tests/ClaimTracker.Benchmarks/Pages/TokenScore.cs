using System.Text.RegularExpressions;

namespace ClaimTracker.Benchmarks.Pages;

/// <summary>How much of one text is in another, by runs of tokens counted with their repetitions.</summary>
internal sealed record TokenScore(double Precision, double Recall)
{
    private static readonly Regex Token = new(@"\w+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <param name="expected">What a person or the set's authors took for the body.</param>
    /// <param name="found">What the reader took for it.</param>
    /// <param name="run">Tokens to a run: 1 for plain tokens; the article-extraction-benchmark takes 4.</param>
    public static TokenScore Of(string expected, string found, int run)
    {
        var (want, have) = (Runs(expected, run), Runs(found, run));
        var common = want.Sum(w => Math.Min(w.Value, have.GetValueOrDefault(w.Key)));
        return new TokenScore(Share(common, have.Values.Sum(), want.Count), Share(common, want.Values.Sum(), have.Count));
    }

    /// <summary>
    /// As the article-extraction-benchmark sums up: precision and recall are averaged each by itself. Empty texts count on neither side.
    /// </summary>
    public static TokenScore Mean(IReadOnlyCollection<TokenScore> scores) => new(
        scores.Select(s => s.Precision).Where(p => !double.IsNaN(p)).DefaultIfEmpty().Average(),
        scores.Select(s => s.Recall).Where(r => !double.IsNaN(r)).DefaultIfEmpty().Average());

    private static double Share(int common, int of, int other) => of > 0 ? (double)common / of : other == 0 ? 1 : double.NaN;

    private static Dictionary<string, int> Runs(string text, int run)
    {
        var tokens = Token.Matches(text).Select(m => m.Value).ToArray();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; tokens.Length > 0 && i < Math.Max(1, tokens.Length - run + 1); i++)
        {
            var key = string.Join(' ', tokens[i..Math.Min(tokens.Length, i + run)]);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts;
    }
}
