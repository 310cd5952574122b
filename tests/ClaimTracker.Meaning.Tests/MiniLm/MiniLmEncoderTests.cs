using ClaimTracker.Meaning.MiniLm;
using Microsoft.Extensions.Time.Testing;

namespace ClaimTracker.Meaning.Tests.MiniLm;

public sealed class MiniLmEncoderTests
{
    [Fact]
    public async Task Texts_of_like_meaning_have_like_vectors()
    {
        using var encoder = new MiniLmEncoder(TimeProvider.System, 1);

        var vectors = await encoder.EncodeAsync(
            ["A cat sits on the mat.", "Interest rates rose by two per cent.", "A kitten is sitting on a rug."], CancellationToken.None);

        Assert.All(vectors, static vector => Assert.Equal(384, vector.Length));
        Assert.All(vectors, static vector => Assert.Equal(1, Cosine(vector, vector), 3));
        Assert.InRange(Cosine(vectors[0], vectors[2]), 0.65, 0.75);
        Assert.InRange(Cosine(vectors[0], vectors[1]), -0.1, 0.1);
    }

    [Fact]
    public async Task A_batch_of_texts_of_many_lengths_gives_each_the_vector_that_it_has_alone()
    {
        using var encoder = new MiniLmEncoder(TimeProvider.System, 1);
        string[] texts = [.. Enumerable.Range(1, 40).Select(static n => string.Join(' ', Enumerable.Repeat("The toll rose again.", n)))];

        var together = await encoder.EncodeAsync(texts, CancellationToken.None);

        foreach (var at in (int[])[0, 17, 39])
        {
            var alone = await encoder.EncodeAsync([texts[at]], CancellationToken.None);
            Assert.Equal(1, Cosine(alone[0], together[at]), 3);
        }
    }

    [Fact]
    public async Task Empty_hostile_and_endless_texts_have_vectors()
    {
        using var encoder = new MiniLmEncoder(TimeProvider.System, 1);

        string[] texts = ["", "\0\uD800 \u200B", "\uFFFE\uFDD0 \uDBFF\uDFFF", "😀", new string('x', 100_000), "日本語"];

        var vectors = await encoder.EncodeAsync(texts, CancellationToken.None);

        Assert.All(vectors, static vector => Assert.Equal(1, Cosine(vector, vector), 3));
        Assert.Empty(await encoder.EncodeAsync([], CancellationToken.None));
    }

    [Fact]
    public async Task The_model_is_loaded_when_it_is_first_needed_and_let_go_when_it_is_not()
    {
        var clock = new FakeTimeProvider();
        using var encoder = new MiniLmEncoder(clock, 1);
        Assert.False(encoder.IsLoaded);

        await encoder.EncodeAsync(["One."], CancellationToken.None);
        Assert.True(encoder.IsLoaded);
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(encoder.IsLoaded);
        clock.Advance(TimeSpan.FromMinutes(7));
        Assert.False(encoder.IsLoaded);

        Assert.Single(await encoder.EncodeAsync(["Two."], CancellationToken.None));
        Assert.True(encoder.IsLoaded);
    }

    [Fact]
    public async Task Nothing_is_encoded_once_it_is_closed_or_cancelled()
    {
        var encoder = new MiniLmEncoder(TimeProvider.System, 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => encoder.EncodeAsync(["One."], new CancellationToken(canceled: true)));
        encoder.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => encoder.EncodeAsync(["One."], CancellationToken.None));
    }

    private static double Cosine(float[] one, float[] other) => one.Zip(other, static (a, b) => a * b).Sum();
}
