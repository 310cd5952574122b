using System.Collections.Concurrent;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>Keeps account of what a service acknowledged and of what it refused, across its ends and starts.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<long, string> _acknowledged = new();
    private readonly ConcurrentDictionary<string, HttpStatusCode> _refused = new(StringComparer.Ordinal);
    private int _writes;

    public int Acknowledged => _acknowledged.Count;

    public int Refused => _refused.Count;

    /// <summary>The statuses of what was refused.</summary>
    public IEnumerable<HttpStatusCode> Refusals => _refused.Values.Distinct();

    /// <summary>What was acknowledged until now.</summary>
    public IReadOnlyDictionary<long, string> Snapshot() => new Dictionary<long, string>(_acknowledged);

    /// <summary>Makes a claim that no other is like. One that may have been kept or not is neither acknowledged nor refused.</summary>
    /// <param name="api">The service.</param>
    /// <param name="padding">Characters to add to its text.</param>
    public async Task<Answer> WriteAsync(ApiDriver api, int padding = 0)
    {
        var text = $"Statement {Interlocked.Increment(ref _writes)} of the ledger.{new string('x', padding)}";
        var answer = await api.PostAsync("/claims", new { text });
        if (answer.Status == HttpStatusCode.Created)
        {
            Assert.True(_acknowledged.TryAdd(answer.Id, text), $"The id {answer.Id} was given twice.");
        }
        else if (!answer.Text.Contains("may have been kept", StringComparison.Ordinal))
        {
            Assert.True(_refused.TryAdd(text, answer.Status));
        }

        return answer;
    }

    /// <summary>Several clients write, each one after the other, until this is true of an answer, or the service is gone.</summary>
    public async Task WriteUntilAsync(ApiDriver api, int clients, Func<Answer, bool> enough, int padding = 0)
    {
        var done = false;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref done))
            {
                try
                {
                    if (enough(await WriteAsync(api, padding)))
                    {
                        Volatile.Write(ref done, true);
                    }
                }
                catch (HttpRequestException)
                {
                    return; // Not answered: it may be there or not.
                }
            }
        })));
    }

    /// <summary>Everything that was acknowledged is there as it was sent, and nothing that was refused is.</summary>
    public async Task AssertKeptAsync(ApiDriver api)
    {
        var there = await ThereAsync(api);
        Assert.DoesNotContain(_acknowledged, claim => there.GetValueOrDefault(claim.Key) != claim.Value);
        Assert.DoesNotContain(there.Values, _refused.ContainsKey);
    }

    /// <summary>How many of these are not there.</summary>
    public static async Task<int> CountMissingAsync(ApiDriver api, IReadOnlyDictionary<long, string> acknowledged)
    {
        var there = await ThereAsync(api);
        return acknowledged.Count(claim => there.GetValueOrDefault(claim.Key) != claim.Value);
    }

    private static async Task<Dictionary<long, string>> ThereAsync(ApiDriver api)
    {
        var there = new Dictionary<long, string>();
        string? next = null;
        do
        {
            var page = await api.GetAsync($"/claims?limit=500{(next is null ? "" : $"&cursor={next}")}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            foreach (var claim in page.Items)
            {
                there.Add((long)claim!["id"]!, (string)claim["text"]!);
            }

            next = (string?)page.Json["next"];
        }
        while (next is not null);

        return there;
    }
}
