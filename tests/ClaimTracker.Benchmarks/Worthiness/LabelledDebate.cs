using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Worthiness;

/// <summary>The sentences of a debate or speech, each with what people said of it.</summary>
/// <param name="Sentences">In order.</param>
internal sealed record LabelledDebate(IReadOnlyList<(string Text, bool Worthy)> Sentences)
{
    private const int FewestFields = 4;

    /// <summary>Reads lines of number, speaker, sentence and label (CLEF CheckThat!). A debate begins where numbers do.</summary>
    public static IReadOnlyList<LabelledDebate> ReadAll(string path)
    {
        var debates = new List<LabelledDebate>();
        var (sentences, last) = (new List<(string, bool)>(), 0);
        foreach (var fields in File.ReadLines(path).Select(static line => line.Split('\t')).Where(static f => f.Length >= FewestFields))
        {
            var number = int.Parse(fields[0]);
            if (number <= last)
            {
                debates.Add(new LabelledDebate(sentences));
                sentences = [];
            }

            last = number;
            sentences.Add((string.Join(' ', fields[2..^1]), fields[^1] == "1"));
        }

        debates.Add(new LabelledDebate(sentences));
        return debates;
    }

    /// <summary>The average precision of the sentences in the order of their scores; equals stay in the order of the debate.</summary>
    public double AveragePrecision(WorthinessWeights weights)
    {
        var ranked = Sentences.OrderByDescending(s => CheckWorthiness.Score(s.Text, weights: weights).Score);
        var (seen, found, sum) = (0, 0, 0.0);
        foreach (var (_, worthy) in ranked)
        {
            seen++;
            found += worthy ? 1 : 0;
            sum += worthy ? (double)found / seen : 0;
        }

        return found == 0 ? 0 : sum / found;
    }
}
