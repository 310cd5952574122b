namespace ClaimTracker.Text.Tests;

/// <summary>Writes the sentences expected with " | " between them; the text is the same with a space there.</summary>
internal static class Expect
{
    public static void Sentences(string language, string expected)
    {
        var sentences = expected.Split(" | ");
        Assert.Equal(sentences, SentenceSplitter.Split(string.Join(' ', sentences), language).Select(s => s.Text));
    }
}
