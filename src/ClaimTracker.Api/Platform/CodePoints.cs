namespace ClaimTracker.Api.Platform;

/// <summary>Unicode code points: the unit of every length and offset on the wire.</summary>
internal static class CodePoints
{
    /// <summary>The number of code points in well-formed text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        foreach (var c in text)
        {
            if (char.IsLowSurrogate(c))
            {
                count--;
            }
        }

        return count;
    }
}
