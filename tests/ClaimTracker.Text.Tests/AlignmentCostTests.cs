using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ClaimTracker.Text.Tests;

/// <summary>What it costs to align the largest texts, like and unlike. The bounds leave room for a busy machine.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Nothing is secret here, and every run must be the same.")]
public sealed class AlignmentCostTests
{
    private const int Words = 330_000;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(100, 3_000)]
    [InlineData(1_000, 3_000)]
    [InlineData(50_000, 3_000)]
    [InlineData(100, 50)]
    [InlineData(50_000, 50)]
    [InlineData(2, 100_000)]
    public void Shuffled_words_of_two_large_texts_are_aligned_in_bounded_time(int sentences, int vocabulary)
    {
        var random = new Random(1);
        AssertBounded(Sentences(sentences, vocabulary, random), Sentences(sentences, vocabulary, random));
    }

    [Fact]
    public void Equal_sentences_are_aligned_in_bounded_time()
    {
        AssertBounded(
            [.. Enumerable.Repeat("The council met on Tuesday and voted.", 50_000)],
            [.. Enumerable.Repeat("The council met on Monday and voted.", 50_000)]);
    }

    [Fact]
    public void One_giant_sentence_among_many_small_ones_is_aligned_in_bounded_time()
    {
        var random = new Random(1);
        var small = Sentences(25_000, 3_000, random, Words / 2);
        AssertBounded(
            [.. small, .. Sentences(1, 3_000, random, Words / 2)],
            [.. Sentences(1, 3_000, random, Words / 2), .. small.Select(static s => s + " x")]);
    }

    [Fact]
    public void It_ends_when_nobody_waits_for_it()
    {
        var random = new Random(1);
        var (before, after) = (Sentences(100, 3_000, random), Sentences(100, 3_000, random));
        using var left = new CancellationTokenSource();
        left.Cancel();

        Assert.Throws<OperationCanceledException>(() => SentenceAligner.Align(before, after, left.Token));
    }

    private static void AssertBounded(List<string> before, List<string> after)
    {
        var start = Stopwatch.GetTimestamp();
        var changes = SentenceAligner.Align(before, after);
        var took = Stopwatch.GetElapsedTime(start);

        Assert.Equal(before.Count, changes.Sum(static change => change.Before.Count));
        Assert.Equal(after.Count, changes.Sum(static change => change.After.Count));
        Assert.True(took < Bound, $"took {took}");
    }

    private static List<string> Sentences(int count, int vocabulary, Random random, int words = Words) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
            string.Join(' ', Enumerable.Range(0, words / count).Select(_ => "w" + random.Next(vocabulary)))),
    ];
}
