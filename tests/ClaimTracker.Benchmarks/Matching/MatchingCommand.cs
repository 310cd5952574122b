using System.CommandLine;
using System.Diagnostics;
using ClaimTracker.Meaning;
using ClaimTracker.Meaning.Encoders;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary><c>matching FOLDER</c>: how well the claims are found that posts are about, by each way to compare them.</summary>
internal static class MatchingCommand
{
    private const int Asked = 20;
    private const int Judged = 5;

    private static readonly (string Name, bool Meaning, Func<ClaimMatch, double> Score)[] Ways =
    [
        ("words", false, static match => match.Words),
        ("words and letters", false, static match => match.Score),
        ("meaning alone", true, static match => match.Meaning ?? 0),
        ("all", true, static match => match.Score),
    ];

    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder of claims.tsv, PART.queries.tsv and PART.qrels" };
        folder.AcceptExistingOnly();
        var misses = new Option<int>("--misses") { Description = "How many posts to show whose claim is not the first" };
        var command = new Command("matching", "Scores matches: MAP@5 and recall, and how often likelySame is right") { folder, misses };
        command.SetAction(parsed => ScoreAsync(parsed.GetValue(folder)!, parsed.GetValue(misses)));
        return command;
    }

    private static async Task ScoreAsync(DirectoryInfo folder, int misses)
    {
        var set = MatchSet.Read(folder.FullName);
        using var index = new ClaimIndex();
        var encoder = LocalModel.IsThere ? LocalModel.Open(TimeProvider.System, Environment.ProcessorCount) : null;
        await FillAsync(index, set.Claims, encoder);
        foreach (var (part, posts) in set.Parts)
        {
            var plain = posts.Select(static post => ClaimComparer.Plain(post.Text)).ToList();
            var meanings = encoder is null ? [] : await EncodeAsync(encoder, plain);
            foreach (var way in Ways.Where(way => !way.Meaning || encoder is not null))
            {
                var found = posts.Select((post, i) => index
                    .Find(new MatchQuery(post.Text, int.MaxValue) { Meanings = way.Meaning ? [meanings[i]] : [] })
                    .OrderByDescending(way.Score).Take(Asked).ToList()).ToList();
                Print(set, $"{part,-6} {way.Name,-18}", posts, found);
                if (way == Ways[^1])
                {
                    PrintSameness(set, part, posts, found);
                    PrintMisses(set, posts, found, misses);
                }
            }
        }
    }

    private static void Print(MatchSet set, string name, IReadOnlyList<AskedPost> posts, List<List<ClaimMatch>> found)
    {
        var (exact, fair) = (new RankScore(), new RankScore());
        for (var i = 0; i < posts.Count; i++)
        {
            exact.Add([.. found[i].Select(static match => match.Id)], posts[i].Claims);
            fair.Add([.. found[i].Select(static match => match.Id)], set.WithTwins(posts[i].Claims));
        }

        Console.WriteLine($"{name} {exact}\n{"       twins as one",-25} {fair}");
    }

    private static void PrintSameness(MatchSet set, string part, IReadOnlyList<AskedPost> posts, List<List<ClaimMatch>> found)
    {
        var (said, right, all) = (0, 0, 0);
        for (var i = 0; i < posts.Count; i++)
        {
            var claims = set.WithTwins(posts[i].Claims);
            foreach (var match in found[i].Take(Judged))
            {
                var isSaid = IsLikely(posts[i].Text, match, set.TextOf(match.Id));
                said += isSaid ? 1 : 0;
                right += isSaid && claims.Contains(match.Id) ? 1 : 0;
                all += claims.Contains(match.Id) ? 1 : 0;
            }
        }

        Console.WriteLine(
            $"{part,-6} likelySame {said}, right {right}: precision {(double)right / Math.Max(1, said):F3}, "
            + $"recall {(double)right / Math.Max(1, all):F3}");
    }

    private static void PrintMisses(MatchSet set, IReadOnlyList<AskedPost> posts, List<List<ClaimMatch>> found, int misses)
    {
        var missed = posts.Zip(found).Where(pair => !set.WithTwins(pair.First.Claims).Contains(pair.Second[0].Id));
        foreach (var (post, matches) in missed.Take(misses))
        {
            Console.WriteLine($"    {post.Text}");
            Console.WriteLine($"      right {set.TextOf(post.Claims.First())}");
            Console.WriteLine($"      found {set.TextOf(matches[0].Id)}");
        }
    }

    private static bool IsLikely(string post, ClaimMatch match, string claim) =>
        match.Score >= ClaimComparer.LikelyFrom && ClaimComparer.Differences(post, claim).Count == 0;

    private static async Task FillAsync(ClaimIndex index, IReadOnlyList<CheckedClaim> claims, ITextEncoder? encoder)
    {
        foreach (var claim in claims)
        {
            index.Put(claim.Id, claim.Text, claim.Title, isPublic: true);
        }

        if (encoder is null)
        {
            return;
        }

        var began = Stopwatch.GetTimestamp();
        var texts = await EncodeAsync(encoder, [.. claims.Select(static claim => claim.Text)]);
        var titles = await EncodeAsync(encoder, [.. claims.Select(static claim => claim.Title)]);
        for (var i = 0; i < claims.Count; i++)
        {
            index.PutMeaning(claims[i].Id, texts[i], titles[i]);
        }

        Console.WriteLine($"{2 * claims.Count / Stopwatch.GetElapsedTime(began).TotalSeconds:F0} texts encoded a second");
    }

    private static async Task<IReadOnlyList<MeaningVector>> EncodeAsync(ITextEncoder encoder, IReadOnlyList<string> texts) =>
        [.. (await encoder.EncodeAsync(texts, CancellationToken.None)).Select(static vector => MeaningVector.Of(vector))];
}
