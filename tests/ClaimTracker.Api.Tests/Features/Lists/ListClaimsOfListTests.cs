using System.Net;
using ClaimTracker.Api.Tests.Domain.Access;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Lists;

public sealed class ListClaimsOfListTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>
{
    private readonly ApiDriver _api = desk.As("editor");

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended_in_the_order_of_positions()
    {
        var list = await _api.GivenAsync("/lists", new { name = "Paged" });
        var claims = await GivenAsync("paged", 4);
        int[] positions = [7, 3, 3, 5];
        for (var i = 0; i < 4; i++)
        {
            await _api.PutAsync($"/lists/{list}/claims/{claims[i]}", new { position = positions[i], note = $"At {positions[i]}." });
        }

        List<long> walked = [];
        for (var next = $"/lists/{list}/claims?limit=1"; next is not null;)
        {
            var page = await _api.GetAsync(next);
            walked.AddRange(page.Ids("claimId"));
            next = page.Json["next"] is { } cursor ? $"/lists/{list}/claims?limit=1&cursor={(string)cursor!}" : null;
        }

        Assert.Equal([claims[1], claims[2], claims[3], claims[0]], walked);
        Assert.Equal(4, await _api.CountAsync($"/lists/{list}/claims"));
        Wire.Same(
            new { claimId = claims[1], text = "Claim 1 of paged.", position = 3, note = "At 3.", verdict = (string?)null },
            (await _api.GetAsync($"/lists/{list}/claims")).Items[0]);
    }

    [Fact]
    public async Task A_live_list_has_the_claims_that_pass_its_query_now()
    {
        var list = await _api.GivenAsync("/lists", new { name = "Computed", query = "tag=computed&status=researching" });
        var claims = await GivenAsync("computed", 3);
        await _api.GivenEvidenceAsync(claims[0]);
        await _api.GivenEvidenceAsync(claims[2]);

        Assert.Equal([claims[2], claims[0]], (await _api.GetAsync($"/lists/{list}/claims")).Ids("claimId"));
        Assert.Equal(2, await _api.CountAsync($"/lists/{list}/claims"));
        Assert.Equal([claims[2], claims[0]], (await _api.GetAsync($"/claims?list={list}&tag=computed")).Ids());
        Assert.Empty((await _api.GetAsync($"/claims?list={list}&tag=another&status=open")).Items);
        var first = await _api.GetAsync($"/lists/{list}/claims?limit=1");
        var second = await _api.GetAsync($"/lists/{list}/claims?limit=1&cursor={(string)first.Json["next"]!}");
        Assert.Equal([claims[0]], second.Ids("claimId"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("tag=whole&claimant=Zoë&language=en&articleId=1&sourceId=1&rating=4&evidence=none&verdict=none&from=2026-01-01"
        + "&to=2026-12-31&externalApp=a&externalId=b&assignee=none&q=a&status=open")]
    [InlineData("assignee=me")]
    public async Task Lists_verdicts_and_exports_filter_by_a_list(string? query)
    {
        var tag = $"whole-{query?.Length}";
        var claims = await GivenAsync(tag, 2);
        var list = query is null
            ? await _api.GivenAsync("/lists", new { name = tag })
            : await _api.GivenAsync("/lists", new { name = tag, query });
        if (query is null)
        {
            await _api.PutAsync($"/lists/{list}/claims/{claims[1]}", new { });
        }
        else if (query == "assignee=me")
        {
            await _api.AssignAsync(claims[1], "The editor");
        }

        await PublishAsync(claims[0]);
        var verdict = await PublishAsync(claims[1]);

        long[] wanted = query?.StartsWith("tag", StringComparison.Ordinal) == true ? [] : [claims[1]];
        Assert.Equal(wanted, (await _api.GetAsync($"/claims?list={list}&tag={tag}")).Ids());
        Assert.Equal(wanted.Select(_ => verdict), (await _api.GetAsync($"/verdicts?list={list}&tag={tag}&rating=True&claimant=Ada")).Ids());
        foreach (var (file, header) in ((string, int)[])[("csv", 1), ("jsonl", 0)])
        {
            var export = await _api.GetAsync($"/exports/verdicts.{file}?list={list}&tag={tag}");
            Assert.Equal(wanted.Length + header, export.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }
    }

    [Theory]
    [InlineData("public")]
    [InlineData("reader")]
    public async Task Outside_the_desk_a_public_list_shows_what_was_published_and_a_private_one_nothing(string role)
    {
        var (tag, api) = ($"seen-{role}", desk.As(role));
        var claims = await GivenAsync(tag, 3);
        await PublishAsync(claims[0]);
        await _api.GivenDraftAsync(claims[1], "Unproven");
        var (shown, live, hidden) = (
            await _api.GivenAsync("/lists", new { name = $"Shown {tag}", @public = true, note = "Zibet." }),
            await _api.GivenAsync("/lists", new { name = $"Live {tag}", @public = true, query = new { tag } }),
            await _api.GivenAsync("/lists", new { name = $"Hidden {tag}" }));
        foreach (var claim in claims)
        {
            await _api.PutAsync($"/lists/{shown}/claims/{claim}", new { note = "Zibet." });
            await _api.PutAsync($"/lists/{hidden}/claims/{claim}", new { });
        }

        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/lists/{hidden}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/lists/{hidden}/claims")).Status);
        Assert.NotNull((await api.GetAsync($"/verdicts?list={hidden}")).Error("list"));
        var lists = (await api.GetAsync("/lists")).Ids();
        Assert.Contains(shown, lists);
        Assert.DoesNotContain(hidden, lists);
        foreach (var list in (long[])[shown, live])
        {
            Assert.Equal([claims[0]], (await api.GetAsync($"/lists/{list}/claims?count=true")).Ids("claimId"));
            Assert.Equal(1, await api.CountAsync($"/lists/{list}/claims"));
            Assert.Equal(1, await api.CountAsync($"/verdicts?list={list}"));
            var said = (await api.GetAsync($"/lists/{list}")).Text + (await api.GetAsync($"/lists/{list}/claims")).Text;
            Assert.DoesNotContain("Zibet", said, StringComparison.Ordinal);
            Assert.Null((await api.GetAsync($"/lists/{list}")).Json["query"]);
            if (role == "reader")
            {
                Assert.Equal([claims[0]], (await api.GetAsync($"/claims?list={list}")).Ids());
            }
        }
    }

    [Fact]
    public async Task A_list_that_does_not_exist_is_refused_as_a_filter_and_not_found()
    {
        foreach (var path in (string[])["/claims", "/verdicts", "/exports/verdicts.csv", "/exports/verdicts.jsonl"])
        {
            Assert.NotNull((await _api.GetAsync($"{path}?list=999999")).Error("list"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/lists/999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/lists/999999/claims")).Status);
    }

    private async Task<IReadOnlyList<long>> GivenAsync(string tag, int count)
    {
        List<long> ids = [];
        for (var i = 0; i < count; i++)
        {
            ids.Add(await _api.GivenAsync(
                "/claims", new { text = $"Claim {i} of {tag}.", tags = new[] { tag }, claimants = new[] { new { name = "Ada" } } }));
        }

        return ids;
    }

    private async Task<long> PublishAsync(long claim) => await _api.GivenPublishedAsync(claim, "True");
}
