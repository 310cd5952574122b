namespace ClaimTracker.Text.Tests;

public sealed class MeaningVectorTests
{
    [Fact]
    public void Rounding_changes_the_likeness_little()
    {
        float[] one = [.. Enumerable.Range(0, 384).Select(static i => MathF.Sin(i * i))];
        float[] other = [.. Enumerable.Range(0, 384).Select(static i => MathF.Sin((i * i) + 0.4f))];

        Assert.Equal(Cosine(one, other), MeaningVector.Of(one).Likeness(MeaningVector.Of(other)), 0.01f);
        Assert.Equal(1, MeaningVector.Of(one).Likeness(MeaningVector.Of(one)), 0.001f);
    }

    [Fact]
    public void It_is_kept_as_bytes()
    {
        var vector = MeaningVector.Of([1f, -0.5f, 0f]);

        Assert.Equal([127, 192, 0], vector.Bytes.ToArray());
        Assert.Equal(1, MeaningVector.Kept(vector.Bytes).Likeness(vector), 0.001f);
        Assert.Equal(3, vector.Size);
    }

    [Fact]
    public void Vectors_of_two_models_and_of_nothing_are_not_alike()
    {
        Assert.Equal(0, MeaningVector.Of([1f, 0f]).Likeness(MeaningVector.Of([1f, 0f, 0f])));
        Assert.Equal(0, MeaningVector.Of([0f, 0f]).Likeness(MeaningVector.Of([1f, 0f])));
    }

    private static float Cosine(float[] one, float[] other) =>
        one.Zip(other, static (a, b) => a * b).Sum() / MathF.Sqrt(one.Sum(static a => a * a) * other.Sum(static b => b * b));
}
