using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.UseCases;

/// <summary>
/// How many statements a request runs, but for those that begin and end its transaction. On PostgreSQL each is a trip, and the key is read
/// for each request; on the embedded engine it is kept until somebody commits.
/// </summary>
public sealed class StatementsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    private static int Key => TestEngine.Current is SqliteTestEngine ? 0 : 1;

    [Fact]
    public async Task A_read_runs_as_many_however_much_it_reads()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The bridge cost 48 million euros. It opened in May. It was late.");
        for (var i = 0; i < 3; i++)
        {
            var claim = await _api.GivenAsync("/claims", new
            {
                text = $"The bridge cost {i} million euros.",
                tags = new[] { "bridge", "money" },
                claimants = new[] { new { name = "Ada" }, new { name = "Bo" } },
                sentenceIds = sentences,
            });
            await _api.GivenPublishedAsync(claim, "True");
        }

        Assert.Equal(1 + Key, await CountAsync(() => _api.GetAsync("/claims/1")));
        Assert.Equal(2 + Key, await CountAsync(() => _api.GetAsync("/claims")));
        Assert.Equal(2 + Key, await CountAsync(() => _api.GetAsync("/verdicts/1")));
        Assert.Equal(3 + Key, await CountAsync(() => _api.GetAsync("/verdicts")));
        Assert.Equal(3 + Key, await CountAsync(() => _api.GetAsync($"/articles/{article}")));
    }

    [Fact]
    public async Task A_write_runs_as_many_as_it_writes_rows_and_few_more()
    {
        var plain = await CountAsync(() => _api.GivenAsync("/claims", new { text = "The bridge is new." }));
        var full = await CountAsync(() => _api.GivenAsync("/claims", new
        {
            text = "The bridge is old.",
            tags = new[] { "bridge" },
            claimants = new[] { new { name = "Ada" } },
        }));

        Assert.Equal(TestEngine.Current is SqliteTestEngine ? (9, 11) : (10, 10), (plain, full)); // On PostgreSQL rows share a trip.
    }

    // The first request finds what the second need not read again.
    private async Task<long> CountAsync<T>(Func<Task<T>> request)
    {
        await _api.GetAsync("/claims/1");
        var before = host.Db.Statements;
        await request();
        return host.Db.Statements - before;
    }
}
