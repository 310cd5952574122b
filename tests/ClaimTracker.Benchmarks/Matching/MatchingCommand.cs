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

    /// <summary>No score is so high.</summary>
    private const double Never = 2;

    private static readonly (string Name, bool Meaning, Func<ClaimMatch, double> Score, double SameFrom)[] Ways =
    [
        ("words", false, static match => match.Words, Never),
        ("words and letters", false, static match => match.Score, ClaimComparer.SameByWordsFrom),
        ("meaning alone", true, static match => match.Meaning ?? 0, Never),
        ("all", true, static match => match.Score, ClaimComparer.LikelyFrom),
    ];

    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder of claims.tsv, PART.queries.tsv and PART.qrels" };
        folder.AcceptExistingOnly();
        var misses = new Option<int>("--misses") { Description = "How many posts to show whose claim is not the first, the worst ones" };
        var http = new Option<bool>("--http") { Description = "Ask the running service over HTTP, with its model and without" };
        var api = new Option<FileInfo?>("--api") { Description = "The DLL of the service (default: the one that was built beside this)" };
        var scratch = new Option<DirectoryInfo?>("--scratch") { Description = "Where its data folder is made (default: temporary files)" };
        var command = new Command("matching", "Scores matches: MAP@5 and recall, and how often likelySame is right")
        {
            folder, misses, http, api, scratch,
        };
        command.SetAction(parsed =>
        {
            var set = MatchSet.Read(parsed.GetValue(folder)!.FullName);
            return parsed.GetValue(http)
                ? new ServiceMatches(set, parsed.GetValue(api)?.FullName, parsed.GetValue(scratch)?.FullName ?? Path.GetTempPath())
                    .ScoreAsync(Asked, parsed.GetValue(misses))
                : ScoreAsync(set, parsed.GetValue(misses));
        });
        return command;
    }

    private static async Task ScoreAsync(MatchSet set, int misses)
    {
        using var index = new ClaimIndex();
        var encoder = LocalModel.IsThere ? LocalModel.Open(TimeProvider.System, Environment.ProcessorCount) : null;
        await FillAsync(index, set.Claims, encoder);
        foreach (var (part, posts) in set.Parts)
        {
            var plain = posts.Select(static post => ClaimComparer.Plain(post.Text)).ToList();
            var meanings = encoder is null ? [] : await EncodeAsync(encoder, plain);
            foreach (var way in Ways.Where(way => !way.Meaning || encoder is not null))
            {
                var found = posts.Select((post, i) => (IReadOnlyList<FoundClaim>)index
                    .Find(new MatchQuery(post.Text, int.MaxValue) { Meanings = way.Meaning ? [meanings[i]] : [] })
                    .OrderByDescending(way.Score)
                    .Take(Asked)
                    .Select(match => FoundClaim.Of(match, post.Text, set.TextOf(match.Id), way.SameFrom))
                    .ToList()).ToList();
                var report = new MatchReport(set, part, found);
                report.PrintRanks(way.Name);
                if (way.SameFrom <= 1)
                {
                    report.PrintSameness();
                }

                if (way == Ways[^1])
                {
                    report.PrintMisses(misses);
                }
            }
        }
    }

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
