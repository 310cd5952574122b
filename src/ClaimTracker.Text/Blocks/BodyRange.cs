namespace ClaimTracker.Text.Blocks;

/// <summary>The passages that make up the article itself: the run with the greatest sum of scores.</summary>
/// <param name="Start">The first passage of the body.</param>
/// <param name="End">One past the last passage.</param>
internal readonly record struct BodyRange(int Start, int End)
{
    /// <summary>The score of about four paragraphs. After so much of an article, a phrase such as "Add a comment" is its end.</summary>
    private const int EnoughBeforeFooter = 40;

    public bool IsEmpty => End <= Start;

    /// <summary>Extends the body up to the first sentence below the headline, which an advertisement may have cut off.</summary>
    public BodyRange From(List<Reading> readings, int title)
    {
        var first = title < 0 ? -1 : readings.FindIndex(title + 1, r => r.Kind == PassageKind.RunningText);
        return first >= 0 && first < Start ? this with { Start = first } : this;
    }

    /// <summary>The article as the markup marks it; null if the markup leaves any passage open.</summary>
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
