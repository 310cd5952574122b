using System.Collections.Frozen;

namespace ClaimTracker.Text.Blocks;

/// <summary>Recognises lines that sites put around articles. Case is ignored, as are counts, slashes and punctuation at the ends.</summary>
internal static class SiteChrome
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Anywhere =
        SitePhrases.Anywhere.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BelowArticle =
        SitePhrases.BelowArticle.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>In characters.</summary>
    private const int LongestCount = 40;

    public static bool Is(ReadOnlySpan<char> line) => Anywhere.Contains(Core(line)) || EndsArticle(line) || SitePhrases.Openings.Open(line);

    public static bool EndsArticle(ReadOnlySpan<char> line) => BelowArticle.Contains(Core(line)) || IsCountOfComments(line);

    /// <summary>Recognises "There are 13 comments" and "Join 240 others in the comments".</summary>
    private static bool IsCountOfComments(ReadOnlySpan<char> line) =>
        line.Length <= LongestCount && line.ContainsAnyInRange('0', '9') && line.EndsWith("comments", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns "Comments" for "Comments / 0", "Comments (12)" and "12 Comments".</summary>
    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> line) => line.Trim(" \t\u00A00123456789/()[]:.…!|•·-–—>»<«+【】※");
}
