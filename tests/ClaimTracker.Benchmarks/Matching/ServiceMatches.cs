using System.Diagnostics;
using System.Text.Json;
using ClaimTracker.Benchmarks.Measuring;
using ClaimTracker.Benchmarks.Service;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary>Asks the running service, over HTTP, as a newsroom tool does: with its model, and without.</summary>
internal sealed class ServiceMatches(MatchSet set, string? api, string scratch)
{
    private const int LinesAtOnce = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<long, long> _bySaved = [];

    public async Task ScoreAsync(int asked, int misses)
    {
        using var folders = new ScratchFolder(scratch);
        var folder = folders.Next();
        foreach (var (way, model) in new[] { ("service, words", "off"), ("service, model", "on") })
        {
            using var service = await ApiProcess.StartAsync(api, folder, postgres: null, ("Matching__Model", model));
            if (_bySaved.Count == 0)
            {
                Save(service);
            }

            if (model == "on")
            {
                await WaitAsync(service, folder);
            }

            using var client = new ApiClient(service.Port, service.Key);
            foreach (var (part, posts) in set.Parts)
            {
                var began = Stopwatch.GetTimestamp();
                var report = new MatchReport(set, part, [.. posts.Select(post => Ask(client, post.Text, asked))]);
                var each = Stopwatch.GetElapsedTime(began).TotalMilliseconds / posts.Count;
                report.PrintRanks(way);
                report.PrintSameness();
                Console.WriteLine($"{part,-6} {each:F1} ms a request");
                if (model == "on")
                {
                    report.PrintMisses(misses);
                }
            }

            await service.StopAsync();
        }
    }

    private void Save(ApiProcess service)
    {
        using var client = new ApiClient(service.Port, service.Key);
        foreach (var claims in set.Claims.Chunk(LinesAtOnce))
        {
            var results = client.PostLines("/claims/bulk", [.. claims.Select(Line)]);
            foreach (var (claim, result) in claims.Zip(results))
            {
                _bySaved.Add(IdOf(result), claim.Id);
            }
        }
    }

    private static string Line(CheckedClaim claim) => JsonSerializer.Serialize(new { text = claim.Text, headline = claim.Title });

    private static long IdOf(JsonElement result) =>
        result.TryGetProperty("id", out var id) ? id.GetInt64() : throw new InvalidOperationException(result.ToString());

    // The first search has the model begin. No route says how far it is: the table does.
    private async Task WaitAsync(ApiProcess service, string folder)
    {
        var began = Stopwatch.GetTimestamp();
        using (var client = new ApiClient(service.Port, service.Key))
        {
            Ask(client, set.Claims[0].Text, asked: 1);
        }

        var source = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "claimtracker.db"),
            Mode = SqliteOpenMode.ReadOnly,
        };
        for (var read = 0L; read < set.Claims.Count;)
        {
            await Task.Delay(Pause);
            await using var connection = new SqliteConnection(source.ToString());
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "select count(*) from claim_vectors";
            read = (long)(await command.ExecuteScalarAsync())!;
        }

        await Task.Delay(Pause);
        Console.WriteLine($"{set.Claims.Count:N0} claims read by the model in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
    }

    private List<FoundClaim> Ask(ApiClient client, string text, int asked) =>
    [
        .. client.Post("/matches", new { text, limit = asked }).GetProperty("items").EnumerateArray().Select(item => new FoundClaim(
            _bySaved[item.GetProperty("claimId").GetInt64()],
            item.GetProperty("score").GetDouble(),
            item.GetProperty("likelySame").GetBoolean())),
    ];
}
