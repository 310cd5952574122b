namespace ClaimTracker.Benchmarks.Matching;

/// <summary>Prints how good answers are: those of one way to compare, to the posts of one part of a set.</summary>
/// <param name="set">The set.</param>
/// <param name="part">The name of the part.</param>
/// <param name="found">The claims that were found for each post, best first.</param>
internal sealed class MatchReport(MatchSet set, string part, IReadOnlyList<IReadOnlyList<FoundClaim>> found)
{
    private const int Judged = 5;

    private readonly IReadOnlyList<AskedPost> _posts = set.Parts[part];

    public void PrintRanks(string way)
    {
        var (exact, fair) = (new RankScore(), new RankScore());
        for (var i = 0; i < _posts.Count; i++)
        {
            exact.Add([.. found[i].Select(static match => match.Id)], _posts[i].Claims);
            fair.Add([.. found[i].Select(static match => match.Id)], set.WithTwins(_posts[i].Claims));
        }

        Console.WriteLine($"{part,-6} {way,-18} {exact}\n{"       twins as one",-25} {fair}");
    }

    public void PrintSameness()
    {
        var (said, right, all) = (0, 0, 0);
        for (var i = 0; i < _posts.Count; i++)
        {
            var claims = set.WithTwins(_posts[i].Claims);
            foreach (var match in found[i].Take(Judged))
            {
                said += match.IsSame ? 1 : 0;
                right += match.IsSame && claims.Contains(match.Id) ? 1 : 0;
                all += claims.Contains(match.Id) ? 1 : 0;
            }
        }

        Console.WriteLine(
            $"{part,-6} called the same {said}, right {right}: precision {(double)right / Math.Max(1, said):F3}, "
            + $"recall {(double)right / Math.Max(1, all):F3}");
    }

    /// <summary>Prints the posts whose claim stands lowest, those without it first; of equal ones the most certain first.</summary>
    public void PrintMisses(int count)
    {
        var missed = _posts.Zip(found)
            .Select(pair => (Post: pair.First, Found: pair.Second, Place: PlaceOf(pair.First, pair.Second)))
            .Where(static miss => miss.Place > 0)
            .OrderByDescending(static miss => miss.Place)
            .ThenByDescending(static miss => miss.Found.Count == 0 ? 0 : miss.Found[0].Score);
        foreach (var (post, matches, place) in missed.Take(count))
        {
            Console.WriteLine($"    {post.Text}");
            var where = place < matches.Count ? $"place {place + 1}" : "not found";
            Console.WriteLine($"      right {set.TextOf(post.Claims.First())} ({where})");
            if (matches.Count > 0)
            {
                Console.WriteLine($"      found {set.TextOf(matches[0].Id)} ({matches[0].Score:F3})");
            }
        }
    }

    private int PlaceOf(AskedPost post, IReadOnlyList<FoundClaim> matches)
    {
        var claims = set.WithTwins(post.Claims);
        var place = matches.TakeWhile(match => !claims.Contains(match.Id)).Count();
        return place == matches.Count ? int.MaxValue : place;
    }
}
