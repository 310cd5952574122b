namespace ClaimTracker.Text.Sentences;

/// <summary>Which side a straight quotation mark is, where its neighbours do not tell: an odd number of them before it means that one is open.</summary>
internal static class Quotes
{
    /// <summary>In a longer paragraph the count is not trusted, and not made: time stays linear.</summary>
    private const int Reach = 2000;

    public static bool IsClosing(string text, int at, int paragraph) =>
        text[at] == '"' && at - paragraph <= Reach && text.AsSpan(paragraph, at - paragraph).Count('"') % 2 == 1;
}
