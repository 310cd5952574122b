namespace ClaimTracker.Text.Sentences;

/// <summary>
/// Tells the side of a straight quotation mark if its neighbours do not: an odd number of marks before it means that one is open.
/// </summary>
internal static class Quotes
{
    /// <summary>In characters. In a longer paragraph the count is not trusted, and not made, so that time stays linear.</summary>
    private const int Reach = 2000;

    public static bool IsClosing(string text, int at, int paragraph) =>
        text[at] == '"' && at - paragraph <= Reach && text.AsSpan(paragraph, at - paragraph).Count('"') % 2 == 1;
}
