namespace ClaimTracker.Api.Web;

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

    /// <summary>The part of well-formed text from one code point to another, exclusive.</summary>
    public static string Slice(string text, int start, int end)
    {
        var from = Index(text, 0, start);
        return text[from..Index(text, from, end - start)];
    }

    /// <summary>Parts of a text that follow each other: it is walked through once.</summary>
    public static IEnumerable<string> Slices(string text, IEnumerable<(int Start, int End)> spans)
    {
        var (point, position) = (0, 0);
        foreach (var (start, end) in spans)
        {
            var from = Index(text, position, start - point);
            (point, position) = (end, Index(text, from, end - start));
            yield return text[from..position];
        }
    }

    private static int Index(string text, int from, int count)
    {
        while (count-- > 0)
        {
            from += char.IsHighSurrogate(text[from]) ? 2 : 1;
        }

        return from;
    }
}
