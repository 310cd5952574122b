using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Worthiness;

/// <summary><c>worthiness FILE</c>: how well the score ranks sentences, what each component adds, and the speed.</summary>
internal static class WorthinessCommand
{
    private const int Shown = 10;
    private const int Rounds = 3;

    public static Command Build()
    {
        var file = new Argument<FileInfo>("file") { Description = "Lines of number, speaker, sentence and label, with tabs" };
        file.AcceptExistingOnly();
        var article = new Option<FileInfo?>("--article") { Description = "A text whose ten highest sentences to show" };

        var command = new Command("worthiness", "Scores check-worthiness: MAP per debate, the ablation by component, sentences a second")
        {
            file, article,
        };
        command.SetAction(parsed =>
        {
            Print(LabelledDebate.ReadAll(parsed.GetValue(file)!.FullName));
            if (parsed.GetValue(article) is { } text)
            {
                PrintHighest(ArticleParser.ReadPlain(File.ReadAllText(text.FullName)));
            }
        });
        return command;
    }

    private static void Print(IReadOnlyList<LabelledDebate> debates)
    {
        foreach (var (debate, i) in debates.Select(static (debate, i) => (debate, i)))
        {
            var worthy = debate.Sentences.Count(static s => s.Worthy);
            Say($"debate {i + 1,2} {debate.Sentences.Count,6} {worthy,4} {debate.AveragePrecision(WorthinessWeights.Default):F3}");
        }

        var mean = Mean(debates, WorthinessWeights.Default);
        Say($"MAP {mean:F4}");
        foreach (var name in WorthinessWeights.Names.Where(WorthinessWeights.Default.Components.ContainsKey))
        {
            var without = WorthinessWeights.Default.Components.Where(w => w.Key != name).ToDictionary();
            Say($"without {name,-18} {Mean(debates, WorthinessWeights.Default with { Components = without }) - mean:+0.0000;-0.0000}");
        }

        var sentences = debates.SelectMany(static d => d.Sentences).Select(static s => s.Text).ToList();
        var timer = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
        {
            sentences.ForEach(static s => CheckWorthiness.Score(s));
        }

        Say($"{Rounds * sentences.Count / timer.Elapsed.TotalSeconds:F0} sentences/s");
    }

    private static double Mean(IReadOnlyList<LabelledDebate> debates, WorthinessWeights weights) =>
        debates.Average(debate => debate.AveragePrecision(weights));

    private static void PrintHighest(ReadArticle article)
    {
        var scored = article.Sentences
            .Select(s => (s.Text, Block: article.Blocks[s.BlockOrdinal].Type))
            .Select(s => (s.Text, s.Block, CheckWorthiness.Score(s.Text, article.Language, s.Block).Score));
        foreach (var (text, block, score) in scored.OrderByDescending(static s => s.Score).Take(Shown))
        {
            Say($"{score:F3} {block,-10} {text}");
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
