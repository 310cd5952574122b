using ClaimTracker.Text.Worthiness;

namespace ClaimTracker.Text;

/// <summary>A sentence that people have decided on.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Worthy">Whether they made a claim of it, and did not set it aside.</param>
public sealed record DecidedSentence(string Text, string Language, BlockType Block, bool Worthy);

/// <summary>Compares the score with what people decide, and works out weights that agree with them better.</summary>
public static class WorthinessFit
{
    private const int Decimals = 3;

    /// <summary>Proposes weights by logistic regression. Few sentences move them little, and each stays within its bounds.</summary>
    /// <param name="sentences">What people have decided.</param>
    /// <param name="current">The weights now.</param>
    public static WorthinessWeights Propose(IReadOnlyList<DecidedSentence> sentences, WorthinessWeights current)
    {
        var names = WorthinessWeights.Names;
        var places = names.Select(static (name, i) => (name, i))
            .ToDictionary(static p => p.name, static p => p.i + 1, StringComparer.Ordinal);
        var ones = current with { Prior = 0, Components = names.ToDictionary(static n => n, static _ => 1.0, StringComparer.Ordinal) };
        var examples = new List<(double[], bool)>(sentences.Count);
        foreach (var sentence in sentences)
        {
            // The prior is a part of every sum.
            var parts = new double[names.Count + 1];
            parts[0] = 1;
            foreach (var component in CheckWorthiness.Score(sentence.Text, sentence.Language, sentence.Block, ones).Components)
            {
                parts[places[component.Name]] = component.Value;
            }

            examples.Add((parts, sentence.Worthy));
        }

        var fitted = LogisticFit.Fit(examples, [current.Prior, .. names.Select(name => current.Components.GetValueOrDefault(name))]);
        return current with
        {
            Prior = Math.Round(fitted[0], Decimals),
            Components = names.Select((name, i) => (name, Weight: Math.Round(fitted[i + 1], Decimals)))
                .ToDictionary(static w => w.name, static w => w.Weight, StringComparer.Ordinal),
        };
    }

    /// <summary>
    /// How often a sentence that people took has a higher score than one that they set aside: 0.5 by chance, 1 at best. Null without both.
    /// </summary>
    /// <param name="decided">Scores, each with the number of sentences that have it and were taken, and of those set aside.</param>
    public static double? Agreement(IEnumerable<(double Score, int Taken, int SetAside)> decided)
    {
        var (taken, aside, wins) = (0L, 0L, 0.0);
        foreach (var group in decided.GroupBy(static d => d.Score).OrderBy(static g => g.Key))
        {
            var (t, a) = (group.Sum(static d => (long)d.Taken), group.Sum(static d => (long)d.SetAside));
            wins += t * (aside + (a / 2.0));
            (taken, aside) = (taken + t, aside + a);
        }

        return taken == 0 || aside == 0 ? null : Math.Round(wins / ((double)taken * aside), Decimals);
    }
}
