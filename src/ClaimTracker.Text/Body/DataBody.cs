using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Body;

/// <summary>Finds the passages whose words stand in the body that a page gives to search engines (schema.org, articleBody).</summary>
internal static class DataBody
{
    /// <summary>Runs of this many words are compared, so that common words alone are no find.</summary>
    private const int Run = 4;

    private const double MostOfIt = 0.8;
    private const int FewestWords = 60;
    private const double LeastShown = 0.5;

    public static HashSet<int> Find(string text, IReadOnlyList<PagePassage> passages, string? body)
    {
        var found = new HashSet<int>();
        if (body is null)
        {
            return found;
        }

        var known = new HashSet<int>(RunsOf(body));
        for (var i = 0; i < passages.Count; i++)
        {
            var runs = RunsOf(passages[i].Span.Of(text));
            if (runs.Count > 0 && runs.Count(known.Contains) >= MostOfIt * runs.Count)
            {
                found.Add(i);
            }
        }

        return found;
    }

    /// <summary>Checks whether the page shows little of that body: a reader who has not paid sees its beginning.</summary>
    public static bool IsAbsent(string text, IReadOnlyList<PagePassage> passages, IReadOnlySet<int> found, string body)
    {
        var all = LineShape.WordCount(body);
        var shown = found.Sum(i => LineShape.WordCount(passages[i].Span.In(text)));
        return all >= FewestWords && shown < LeastShown * all;
    }

    /// <summary>The hash of each run of words; for scripts without spaces, of characters.</summary>
    private static List<int> RunsOf(string text)
    {
        var (runs, words) = (new List<int>(), new int[Run]);
        var count = 0;
        for (int i = 0, end; i < text.Length; i = Math.Max(end, i + 1))
        {
            end = WordCutter.End(text, i);
            if (end == i)
            {
                continue;
            }

            words[count++ % Run] = string.GetHashCode(text.AsSpan(i, end - i), StringComparison.OrdinalIgnoreCase);
            if (count >= Run)
            {
                var last = count % Run;
                runs.Add(HashCode.Combine(words[last], words[(last + 1) % Run], words[(last + 2) % Run], words[(last + 3) % Run]));
            }
        }

        return runs;
    }
}
