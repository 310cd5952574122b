namespace ClaimTracker.Api.Domain.Erasure;

/// <summary>What stands in the place of words that were erased.</summary>
internal static class Blank
{
    // FULL BLOCK: nobody takes it for a word, and it is one code point in one char. So every offset counts as before.
    private const char Character = '\u2588';

    /// <summary>As many blanks as a text has code points. Spaces and line breaks go too: they tell the lengths of words.</summary>
    public static string Of(string text) => Of(CodePoints.Count(text));

    public static string Of(int length) => new(Character, length);
}
