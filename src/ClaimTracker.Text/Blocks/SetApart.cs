using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Blocks;

/// <summary>Finds the blocks that were taken for furniture but hold a full sentence: a person should look at them.</summary>
internal static class SetApart
{
    private const int FewestWords = 5;
    private const int MostWarnings = 500;

    /// <param name="text">The article.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="placeOf">Where on the page the passage at a position stands; null for what nobody needs to look at.</param>
    public static List<ReadingWarning> In(string text, IReadOnlyList<Draft> blocks, Func<int, string?> placeOf)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (block.Type.HasSentences())
            {
                seen.Add(block.Span.Of(text));
            }
        }

        var warnings = new List<ReadingWarning>();
        for (var i = 0; i < blocks.Count && warnings.Count < MostWarnings; i++)
        {
            if (blocks[i].Type is BlockType.Navigation or BlockType.Footer && HoldsSentence(text, blocks[i].Span)
                && placeOf(blocks[i].Span.Start) is { } place && seen.Add(blocks[i].Span.Of(text)))
            {
                warnings.Add(new ReadingWarning(place, i));
            }
        }

        return warnings;
    }

    private static bool HoldsSentence(string text, CharSpan span) =>
        LineShape.EndsSentence(text, span) && LineShape.WordCount(span.In(text)) >= FewestWords && !SiteChrome.Is(span.In(text));
}
