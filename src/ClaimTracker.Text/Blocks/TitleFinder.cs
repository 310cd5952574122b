using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Blocks;

/// <summary>Finds the headline above the first paragraph.</summary>
internal static class TitleFinder
{
    private const int FewestWords = 4;
    private const int MostWords = 30;

    /// <summary>The index of the headline, or -1.</summary>
    public static int Find(string text, List<Reading> readings)
    {
        var marked = readings.FindIndex(r => r.Passage.Type == BlockType.Title);
        var end = readings.FindIndex(r => r.IsFirm && r.Passage.Type is null or BlockType.Paragraph && !LooksLikeTitle(text, r));
        if (marked >= 0 || end <= 0)
        {
            return marked;
        }

        var (fallback, shortOne) = (-1, -1);
        for (var i = 0; i < end; i++)
        {
            if (readings[i].Passage.Type is not null || !LooksLikeTitle(text, readings[i]))
            {
                continue;
            }

            if (readings[i].Words >= FewestWords && StandsApart(readings, i))
            {
                return i;
            }

            fallback = fallback < 0 && readings[i].Words >= FewestWords ? i : fallback;
            shortOne = StandsApart(readings, i) ? i : shortOne;
        }

        return fallback >= 0 ? fallback : shortOne;
    }

    /// <summary>Checks that the line is not part of a list: it has blank lines on both sides, or the byline or date below.</summary>
    private static bool StandsApart(List<Reading> readings, int at) =>
        readings[at].Passage.AfterBlank
        && (readings[at + 1].Passage.AfterBlank
            || readings[at + 1].Kind is PassageKind.Byline or PassageKind.Date or PassageKind.Image
            || readings[at + 1].IsFirm);

    private static bool LooksLikeTitle(string text, Reading reading)
    {
        var last = text[reading.Span.End - 1];
        return reading.Kind is PassageKind.Label or PassageKind.RunningText
            && reading.Words <= MostWords
            && !LineShape.HasBullet(text, reading.Span)
            && last is not (':' or ',' or ';')
            && (!LineShape.EndsSentence(text, reading.Span) || (last is '?' or '!' or '？' or '！' or '؟' && reading.Words <= MostWords / 2));
    }
}
