namespace ClaimTracker.Text.Tests;

/// <summary>Expects the sentences of a text, written with " | " between them. The text has a space there.</summary>
internal static class Expect
{
    public static void Sentences(string language, string expected)
    {
        var sentences = expected.Split(" | ");
        Assert.Equal(sentences, SentenceSplitter.Split(string.Join(' ', sentences), language).Select(s => s.Text));
    }

    /// <summary>Expects the sentences of a text without spaces between them, written with "|" there.</summary>
    public static void SentencesWithoutSpaces(string language, string expected)
    {
        var sentences = expected.Split('|');
        Assert.Equal(sentences, SentenceSplitter.Split(string.Concat(sentences), language).Select(s => s.Text));
    }
}
