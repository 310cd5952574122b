namespace ClaimTracker.Text.Blocks;

/// <summary>The passages that make up the article itself: the run whose scores add up to most.</summary>
/// <param name="Start">First passage of the body.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct BodyRange(int Start, int End)
{
    /// <summary>About four paragraphs. With so much article above it, a phrase such as "Add a comment" is the end of it.</summary>
    private const int EnoughBeforeFooter = 40;

    public bool IsEmpty => End <= Start;

    /// <summary>Reaches up to the first sentence below the headline: an advertisement may have cut it off.</summary>
    public BodyRange From(List<Reading> readings, int title)
    {
        var first = title < 0 ? -1 : readings.FindIndex(title + 1, r => r.Kind == PassageKind.RunningText);
        return first >= 0 && first < Start ? this with { Start = first } : this;
    }

    /// <summary>What the markup marks as the article, where it leaves nothing open.</summary>
    public static BodyRange? Marked(List<Reading> readings)
    {
        var first = readings.FindIndex(r => r.Passage.InArticle == true);
        return first >= 0 && readings.TrueForAll(r => r.Passage.InArticle is not null)
            ? new BodyRange(first, readings.FindLastIndex(r => r.Passage.InArticle == true) + 1)
            : null;
    }

    public static BodyRange Of(string text, List<Reading> readings)
    {
        var best = new BodyRange(0, 0);
        var (bestScore, score, start, seen) = (0, 0, 0, 0);
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            if (seen >= EnoughBeforeFooter && reading.Kind == PassageKind.Chrome && SiteChrome.EndsArticle(reading.Span.In(text)))
            {
                break;
            }

            seen += Math.Max(0, reading.Score);
            score += reading.Score;
            if (score > bestScore)
            {
                (bestScore, best) = (score, new BodyRange(start, i + 1));
            }

            if (score <= 0)
            {
                (score, start) = (0, i + 1);
            }
        }

        return best;
    }
}
