using BenchmarkDotNet.Attributes;
using ClaimTracker.Benchmarks.Speed;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Micro;

/// <summary>The pure parts that each article goes through. BenchmarkDotNet wants it public.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private const string Sentence =
        "The council of Marlow Bay approved a budget of $4.2 million on Tuesday, its largest since the flood of 1987.";

    private static readonly string Article = string.Concat(Enumerable.Repeat(SampleText.English, 4));

    /// <summary>A plain text of about 1,000 words, read into blocks and sentences.</summary>
    [Benchmark]
    public ReadArticle Read() => ArticleParser.ReadPlain(Article, "en");

    /// <summary>The same text, split into sentences only.</summary>
    [Benchmark]
    public IReadOnlyList<TextSpan> Split() => SentenceSplitter.Split(Article, "en");

    /// <summary>The language of the same text.</summary>
    [Benchmark]
    public string Language() => SentenceSplitter.LanguageOf(Article);

    /// <summary>The check-worthiness of one sentence.</summary>
    [Benchmark]
    public CheckWorthinessScore Score() => CheckWorthiness.Score(Sentence);
}
