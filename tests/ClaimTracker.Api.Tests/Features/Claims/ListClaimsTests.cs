using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class ListClaimsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Theory]
    [InlineData("q=%22toll%20%20ROSE%22")]
    [InlineData("tag=TOLLS")]
    [InlineData("claimant=ada%20byron")]
    [InlineData("language=sv")]
    [InlineData("from=1990-01-01&to=1990-12-31")]
    [InlineData("from=1990-06-30&to=1990-06-30")]
    [InlineData("externalApp=list-app")]
    [InlineData("externalId=list-1")]
    [InlineData("tag=tolls&claimant=Ada%20Byron&q=toll%20rose&status=open&evidence=none&verdict=none")]
    public async Task A_filter_shows_the_claims_that_pass_it(string filter)
    {
        var claims = await _api.GetAsync("/claims?externalId=list-1");
        var wanted = claims.Items.Count > 0 ? claims.Ids()[0] : await _api.GivenAsync("/claims", new
        {
            text = "The Toll  rose in Lund.",
            tags = new[] { "roads", "Tolls" },
            claimants = new[] { new { name = "Bo" }, new { name = "Ada Byron" } },
            language = "sv",
            claimDate = "1990-06-30",
            externalApp = "list-app",
            externalId = "list-1",
        });
        await _api.GivenAsync("/claims", new
        {
            text = "The toll and the rose.",
            tags = new[] { "toll" },
            claimants = new[] { new { name = "Ada" } },
            claimDate = "1991-01-01",
        });

        Assert.Equal([wanted], (await _api.GetAsync("/claims?" + filter)).Ids());
        Assert.Equal(1, await _api.CountAsync("/claims?" + filter));
    }

    [Theory]
    [InlineData("1950", "from=1950&to=1950", true)]
    [InlineData("1951", "from=1951-07-15&to=1951-07-15", true)]
    [InlineData("1952", "from=1953", false)]
    [InlineData("1953", "to=1952-12-31", false)]
    [InlineData("1954-02", "from=1954-02-28", true)]
    [InlineData("1955-02", "to=1955-02-01", true)]
    [InlineData("1956-02", "from=1956-03-01", false)]
    [InlineData("1957-02", "to=1957-01-31", false)]
    [InlineData("1958-02", "from=1958&to=1958-01", false)]
    [InlineData("1959-02-28", "from=1959-02&to=1959-02", true)]
    [InlineData("1960-03-01", "to=1960-02", false)]
    [InlineData("1961-12-31", "to=1961", true)]
    public async Task A_date_that_is_known_in_part_is_found_by_each_day_that_it_may_mean(string known, string range, bool found)
    {
        var claim = await _api.GivenAsync(
            "/claims", new { text = "Of long ago.", claimDate = known, tags = new[] { "in part " + known } });

        var list = await _api.GetAsync($"/claims?tag=in%20part%20{known}&{range}");

        Assert.Equal(known, (string?)(await _api.GetAsync($"/claims/{claim}")).Json["claimDate"]);
        Assert.Equal(found ? [claim] : [], list.Ids());
    }

    [Fact]
    public async Task A_status_shows_the_claims_in_it()
    {
        var claims = await GivenAsync("status", 4);
        await _api.GivenEvidenceAsync(claims[1]);
        await _api.GivenPublishedAsync(claims[2], "True");
        await host.AsAsync("checker", "Eva Status");
        await _api.AssignAsync(claims[3], "Eva Status");

        string[] statuses = ["open", "researching", "published", "assigned"];
        for (var i = 0; i < statuses.Length; i++)
        {
            Assert.Equal([claims[i]], (await _api.GetAsync($"/claims?tag=status&status={statuses[i]}")).Ids());
        }

        Assert.Equal([claims[3]], (await _api.GetAsync("/claims?assignee=Eva%20Status")).Ids());
    }

    [Fact]
    public async Task Claims_of_an_article_are_those_of_its_sentences()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The first is claimed 1. The second too 2.");
        var claim = await _api.GivenAsync("/claims", new { text = "Of both.", sentenceIds = sentences });
        await _api.GivenClaimAsync("Of no article.");

        Assert.Equal([claim], (await _api.GetAsync($"/claims?articleId={article}")).Ids());
    }

    [Theory]
    [InlineData("Mostly%20TRUE")]
    [InlineData("4")]
    public async Task A_rating_counts_only_from_a_published_verdict(string rating)
    {
        var tag = "rated-" + rating.Length;
        var claims = await GivenAsync(tag, 3);
        await _api.GivenPublishedAsync(claims[0], "Mostly true");
        await _api.GivenEvidenceAsync(claims[1]);
        await _api.GivenDraftAsync(claims[1], "Mostly true");
        await _api.GivenPublishedAsync(claims[2], "True");

        Assert.Equal([claims[0]], (await _api.GetAsync($"/claims?tag={tag}&rating={rating}")).Ids());
    }

    [Fact]
    public async Task Several_values_of_a_filter_find_the_claims_with_any_of_them()
    {
        var claims = await GivenAsync("several", 3);
        var (first, second) = (
            await _api.GivenAsync("/claims", new { text = "In German.", language = "de", tags = new[] { "de 1" } }),
            await _api.GivenAsync("/claims", new { text = "In French.", language = "fr", tags = new[] { "fr 1" } }));
        await _api.GivenPublishedAsync(claims[0], "True");
        await _api.GivenEvidenceAsync(claims[1]);

        Assert.Equal([second, first], (await _api.GetAsync("/claims?tag=de%201,FR%201")).Ids());
        Assert.Equal([second, first], (await _api.GetAsync("/claims?language=de,fr&tag=de%201,fr%201")).Ids());
        Assert.Equal([claims[1], claims[0]], (await _api.GetAsync("/claims?tag=several&status=published,researching")).Ids());
    }

    [Theory]
    [InlineData("status=published,wrong", "status", "must be one of open, ")]
    [InlineData("status=published,", "status", "must be one of open, ")]
    [InlineData("tag=a,,b", "tag", "must have values with a comma between each two")]
    [InlineData("language=de,not%20a%20tag", "language", "must be a language tag such as ")]
    public async Task One_wrong_value_among_several_is_refused(string filter, string field, string message)
    {
        var answer = await host.RefusesAsync(
            new HttpRequestMessage(HttpMethod.Get, $"/api/v1/claims?{filter}"), System.Net.HttpStatusCode.BadRequest, field);

        Assert.StartsWith(message, answer.Error(field), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_without_evidence_or_without_a_verdict_can_be_listed()
    {
        var claims = await GivenAsync("missing", 3);
        await _api.GivenEvidenceAsync(claims[0]);
        await _api.GivenDraftAsync(claims[1], "Unproven");

        Assert.Equal([claims[2], claims[1]], (await _api.GetAsync("/claims?tag=missing&evidence=none")).Ids());
        Assert.Equal([claims[2], claims[0]], (await _api.GetAsync("/claims?tag=missing&verdict=none")).Ids());
    }

    [Theory]
    [InlineData("id", new[] { 0, 1, 2, 3 })]
    [InlineData("-id", new[] { 3, 2, 1, 0 })]
    [InlineData("priority", new[] { 1, 0, 2, 3 })]
    [InlineData("-priority", new[] { 3, 2, 0, 1 })]
    [InlineData("updatedAt", new[] { 0, 2, 3, 1 })]
    [InlineData("-updatedAt", new[] { 1, 3, 2, 0 })]
    public async Task Every_sort_holds_over_all_pages(string sort, int[] order)
    {
        var claims = await GivenAsync("sort" + sort, 4, priorities: [5, 1, 5, 9]);
        foreach (var edited in new[] { 2, 3, 1 })
        {
            host.Time.Advance(TimeSpan.FromMilliseconds(edited == 3 ? 0 : 1));
            await _api.PatchAsync($"/claims/{claims[edited]}", new { headline = "Edited" });
        }

        var wanted = order.Select(i => claims[i]).ToList();
        Assert.Equal(wanted, (await _api.GetAsync($"/claims?tag=sort{sort}&sort={sort}")).Ids());
        Assert.Equal(wanted, await _api.WalkAsync($"/claims?tag=sort{sort}&sort={sort}"));
    }

    [Fact]
    public async Task A_claim_that_arrives_between_pages_shifts_nothing()
    {
        var claims = await GivenAsync("between", 3);

        var walked = await _api.WalkAsync("/claims?tag=between", page => page == 1 ? GivenAsync("between", 1) : Task.CompletedTask);

        Assert.Equal(claims.Reverse(), walked);
    }

    [Theory]
    [InlineData("sort=text", "sort")]
    [InlineData("status=done", "status")]
    [InlineData("evidence=some", "evidence")]
    [InlineData("articleId=0", "articleId")]
    [InlineData("from=1.1.2026", "from")]
    [InlineData("from=2026-1", "from")]
    [InlineData("to=26", "to")]
    [InlineData("tags=a", "tags")]
    public async Task An_invalid_filter_is_refused_by_field(string query, string field)
    {
        var answer = await _api.GetAsync("/claims?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    private async Task<IReadOnlyList<long>> GivenAsync(string tag, int count, int[]? priorities = null)
    {
        List<long> ids = [];
        for (var i = 0; i < count; i++)
        {
            var claim = new { text = $"Claim {i} of {tag}.", tags = new[] { tag }, priority = priorities?[i] ?? 0 };
            ids.Add(await _api.GivenAsync("/claims", claim));
        }

        return ids;
    }
}
