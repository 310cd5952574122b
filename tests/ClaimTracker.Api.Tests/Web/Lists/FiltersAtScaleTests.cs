using System.Globalization;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Lists;

/// <summary>A filter that many rows pass is asked in another form than one that few do. Both find the same, in any order.</summary>
public sealed class FiltersAtScaleTests(ManyClaims claims) : IClassFixture<ManyClaims>
{
    private static readonly string[] Sorts = ["id", "-updatedAt", "-priority"];

    [Theory]
    [InlineData("status=published")]
    [InlineData("language=en")]
    [InlineData("tag=many")]
    [InlineData("claimant=many")]
    [InlineData("rating=True")]
    [InlineData("from=2026&to=2026-03")]
    [InlineData("from=2025-12-31")]
    [InlineData("tag=many&claimant=many&language=en&status=published")]
    public Task Claims_that_many_are(string filter) => AssertAsync("/claims?" + filter, ManyClaims.Many, Sorts);

    [Theory]
    [InlineData("status=published,open")]
    [InlineData("evidence=none")]
    [InlineData("to=2026-02-01")]
    [InlineData("updatedSince=2026-02-01T00:00:00Z")]
    [InlineData("activeSince=2026-02-01T00:00:00Z")]
    [InlineData("assignee=none")]
    public Task Claims_that_all_are(string filter) => AssertAsync("/claims?" + filter, ManyClaims.Many + ManyClaims.Few, Sorts);

    [Theory]
    [InlineData("status=open")]
    [InlineData("language=sv")]
    [InlineData("tag=few")]
    [InlineData("claimant=few&language=sv")]
    [InlineData("verdict=none&evidence=none")]
    [InlineData("status=published,open&tag=few")]
    [InlineData("from=1999&to=1999-07")]
    public Task Claims_that_few_are(string filter) => AssertAsync("/claims?" + filter, ManyClaims.Few, Sorts);

    [Theory]
    [InlineData("state=published")]
    [InlineData("rating=True")]
    [InlineData("scale=Truth")]
    [InlineData("author=many")]
    [InlineData("reviewer=none")]
    [InlineData("claimant=many")]
    [InlineData("tag=many")]
    [InlineData("from=2026-02-01")]
    [InlineData("to=2026-03-01")]
    [InlineData("tag=many&state=published&from=2026-02-01&to=2026-03-01")]
    public Task Verdicts_that_many_are(string filter) => AssertAsync("/verdicts?" + filter, ManyClaims.Many, ["id", "-updatedAt"]);

    [Theory]
    [InlineData("state=draft")]
    [InlineData("from=2026-04-01")]
    [InlineData("tag=few")]
    public Task Verdicts_that_none_are(string filter) => AssertAsync("/verdicts?" + filter, 0, ["id", "-updatedAt"]);

    private async Task AssertAsync(string list, int expected, IEnumerable<string> sorts)
    {
        foreach (var sort in sorts)
        {
            var page = await claims.Host.Api.GetAsync($"{list}&sort={sort}&count=true&limit=7");

            Assert.Equal((expected, Math.Min(expected, 7)), ((int)page.Json["total"]!, page.Items.Count));
        }
    }
}

/// <summary>More claims than are looked up one by one, and a few that are unlike them.</summary>
public sealed class ManyClaims : IAsyncLifetime
{
    internal const int Many = 6_000;
    internal const int Few = 3;

    private const string ClaimsSql = """
        with recursive n (i) as (select 1 union all select i + 1 from n where i < @Many)
        insert into claims (
            text, text_key, language, claim_date, attribution, appearances, priority, created_by, created_at, updated_at, activity_at,
            status, evidence_count, disputed)
        select 'Claim ' || i, 'claim ' || i, 'en', '2026-02', '[]', '[]', i % 10, 'test', @Now, @Now, @Now, 'published', 0, false
        from n
        """;

    private const string TagsSql = "insert into claim_tags (claim_id, ordinal, tag, tag_key) select id, 0, 'many', 'many' from claims";

    private const string ClaimantsSql = """
        insert into claim_claimants (claim_id, ordinal, name, name_key) select id, 0, 'many', 'many' from claims
        """;

    private const string VerdictsSql = """
        insert into verdicts (
            claim_id, current_claim_id, number, rating_id, justification, state, author, created_at, updated_at, published_at, house)
        select c.id, c.id, 1, (select id from ratings where name = 'True'), 'So.', 'published', 'many', @Now, @Now, @Now, true
        from claims c
        where c.id <= @Many
        """;

    private const string StateSql = """
        update claims set verdict_id = (select v.id from verdicts v where v.current_claim_id = claims.id) where id <= @Many
        """;

    internal ApiHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        if (TestEngine.Current.Missing is not null)
        {
            return;
        }

        await Host.AsAsync("checker", "many");
        var now = DateTimeOffset.Parse("2026-02-28T12:00:00Z", CultureInfo.InvariantCulture);
        await Host.WritePastTheHistoryAsync(ClaimsSql, new { Many, Now = now });
        await Host.WritePastTheHistoryAsync(TagsSql, new { });
        await Host.WritePastTheHistoryAsync(ClaimantsSql, new { });
        await Host.WritePastTheHistoryAsync(VerdictsSql, new { Many, Now = now });
        await Host.WritePastTheHistoryAsync(StateSql, new { Many });
        for (var i = 0; i < Few; i++)
        {
            await Host.Api.GivenAsync("/claims", new
            {
                text = "Unlike them.",
                language = "sv",
                tags = new[] { "few" },
                claimants = new[] { new { name = "few" } },
                claimDate = "1999-07",
            });
        }

    }

    public Task DisposeAsync() => Host.DisposeAsync();
}
