using System.CommandLine;
using System.Diagnostics;
using ClaimTracker.Benchmarks.Generating;
using ClaimTracker.Benchmarks.Measuring;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary><c>matching-scale N</c>: how long a search takes among so many made-up claims, and the memory that they take.</summary>
internal static class MatchingScaleCommand
{
    private const int Dimensions = 384;
    private const int Searches = 200;
    private const int Limit = 20;
    private const int Vocabulary = 200_000;

    private static readonly (string Name, int Words, bool Meaning, bool IsPublic)[] Cases =
    [
        ("words, 12", 12, false, false),
        ("words, 40", 40, false, false),
        ("all, 20", 20, true, false),
        ("all, 40, public", 40, true, true),
    ];

    public static Command Build()
    {
        var count = new Argument<int>("claims") { Description = "How many claims" };
        var command = new Command("matching-scale", "Measures matches among many claims: p50, p95, memory") { count };
        command.SetAction(parsed => Measure(parsed.GetValue(count)));
        return command;
    }

    private static void Measure(int count)
    {
        var dice = new Dice(16);
        var zipf = new Zipf(Vocabulary);
        var before = ProcessFigures.ResidentMegabytes(Environment.ProcessId);
        using var index = new ClaimIndex();
        var began = Stopwatch.GetTimestamp();
        for (var id = 1; id <= count; id++)
        {
            index.Put(id, Sentence(dice, zipf, 16), Sentence(dice, zipf, 8), isPublic: id % 10 == 0);
            index.PutMeaning(id, Vector(dice), title: null);
        }

        Console.WriteLine($"{count:N0} claims in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
        GC.Collect();
        Console.WriteLine($"{(ProcessFigures.ResidentMegabytes(Environment.ProcessId) - before) * 1024 * 1024 / count:F0} bytes a claim");
        foreach (var (name, length, meaning, isPublic) in Cases)
        {
            var times = new List<double>();
            for (var i = 0; i < Searches; i++)
            {
                var query = new MatchQuery(Sentence(dice, zipf, length), Limit)
                {
                    Meanings = meaning ? [Vector(dice)] : [],
                    OnlyPublic = isPublic,
                };
                var start = Stopwatch.GetTimestamp();
                index.Find(query);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine($"{name,-16} p50 {times[Searches / 2]:F1} ms   p95 {times[Searches * 95 / 100]:F1} ms");
        }
    }

    private static string Sentence(Dice dice, Zipf zipf, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(zipf.Draw(dice))));

    private static string Word(int number)
    {
        Span<char> letters = stackalloc char[16];
        var length = 0;
        for (var rest = number + 20; rest > 0; rest /= 20)
        {
            letters[length++] = "bcdfghklmnprstvwxzjq"[rest % 20];
            letters[length++] = "aeiou"[rest % 5];
        }

        return new string(letters[..length]);
    }

    private static MeaningVector Vector(Dice dice)
    {
        var vector = new float[Dimensions];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(dice.Unit() - 0.5);
        }

        return MeaningVector.Of(vector);
    }
}
