using System.Buffers;
using System.Diagnostics;
using System.Text;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Speed;

/// <summary>
/// Speed on a shared machine means little by itself: English is held against the least that any splitter must do, one look at every
/// terminator, and hostile paragraphs against English, all in the same run.
/// </summary>
internal static class SplittingSpeed
{
    private const int EnglishLength = 16_000_000;
    private const int HostileLength = 2_000_000;
    private const int Rounds = 5;

    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…");

    public static void Print()
    {
        var english = Repeat(SampleText.English, EnglishLength);
        var floor = MegabytesPerSecond(english, CountTerminators);
        var speed = MegabytesPerSecond(english, Split);
        Console.WriteLine($"{"terminators only",-28} {floor,8:F1} MB/s");
        Console.WriteLine($"{"English",-28} {speed,8:F1} MB/s  {floor / speed,6:F1} times the time of terminators only");

        foreach (var (name, unit) in SampleText.Hostile)
        {
            var hostile = MegabytesPerSecond(Repeat(unit, HostileLength), Split);
            Console.WriteLine($"{name,-28} {hostile,8:F1} MB/s  {speed / hostile,6:F2} times the time of English per byte");
        }
    }

    private static int Split(string text) => SentenceSplitter.Split(text, "en").Count;

    private static int CountTerminators(string text)
    {
        var count = 0;
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(Terminators); at >= 0; at = rest.IndexOfAny(Terminators))
        {
            count++;
            rest = rest[(at + 1)..];
        }

        return count;
    }

    private static string Repeat(string unit, int length) => new StringBuilder().Insert(0, unit, length / unit.Length).ToString();

    /// <summary>The best of several rounds: whatever else the machine does only slows a round down.</summary>
    private static double MegabytesPerSecond(string text, Func<string, int> work)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            work(text);
            var taken = Stopwatch.GetElapsedTime(start);
            best = taken < best ? taken : best;
        }

        return Encoding.UTF8.GetByteCount(text) / best.TotalSeconds / 1_000_000;
    }
}
