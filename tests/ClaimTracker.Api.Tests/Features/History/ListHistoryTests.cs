using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.History;

public sealed class ListHistoryTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task An_event_has_its_actor_kind_subject_and_time_and_the_values_before_and_after()
    {
        var claim = await _api.GivenClaimAsync("The pier is 300 metres long.");
        await _api.PatchAsync($"/claims/{claim}", new { headline = "The pier" });

        var edited = (await _api.GetAsync($"/history?subject=claim/{claim}&limit=1")).Items[0]!.AsObject();

        Assert.Equal(
            ["seq", "at", "actor", "kind", "subject", "before", "after", "redacted", "withheld", "prev", "hash"],
            edited.Select(static member => member.Key),
            StringComparer.Ordinal);
        Assert.Equal(
            ("claim.edited", $"claim/{claim}", "2026-03-03T12:00:00Z"),
            ((string)edited["kind"]!, (string)edited["subject"]!, (string)edited["at"]!));
        Assert.Null(edited["before"]!["headline"]);
        Assert.Equal("The pier", (string?)edited["after"]!["headline"]);
        Assert.False((bool)edited["redacted"]!);
    }

    [Theory]
    [InlineData("kind=claim.made", "kind", "must be one of article.created, ")]
    [InlineData("kind=Claim.Created", "kind", "must be one of article.created, ")]
    [InlineData("subject=claim", "subject", "must be the kind and the number of what was changed, such as claim/12. The kinds ")]
    [InlineData("subject=claims/1", "subject", "must be the kind and the number of what was changed")]
    [InlineData("subject=claim/one", "subject", "must be the kind and the number of what was changed")]
    [InlineData("subject=claim/1/2", "subject", "must be the kind and the number of what was changed")]
    public async Task A_filter_that_nothing_can_match_is_refused_with_what_would_be_right(string filter, string field, string beginning)
    {
        var answer = await _api.GetAsync("/history?" + filter);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(beginning, answer.Error(field), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_subject_of_an_event_can_be_asked_for()
    {
        await _api.GivenClaimAsync();
        foreach (var subject in (await _api.GetAsync("/history?limit=500")).Items.Texts("subject").Distinct(StringComparer.Ordinal))
        {
            Assert.NotEqual(0, await _api.CountAsync("/history?subject=" + subject));
        }
    }

    [Fact]
    public async Task The_newest_comes_first_and_each_hash_is_the_prev_of_the_next()
    {
        await _api.GivenClaimAsync();
        await _api.GivenClaimAsync();

        var newest = (await _api.GetAsync("/history?limit=500")).Items;
        var oldest = (await _api.GetAsync("/history?limit=500&sort=seq")).Items;

        Assert.Equal(newest.Texts("seq"), oldest.Texts("seq").Reverse(), StringComparer.Ordinal);
        Assert.Equal(oldest.Texts("hash").SkipLast(1), oldest.Texts("prev").Skip(1), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, oldest.Count).Select(static seq => $"{seq}"), oldest.Texts("seq"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Filters_combine_and_pages_cover_the_whole_list()
    {
        var claim = await _api.GivenClaimAsync("The tram is back.");
        await _api.PatchAsync($"/claims/{claim}", new { priority = 3 });
        await _api.PatchAsync($"/claims/{claim}", new { priority = 4 });
        var actor = (string?)(await _api.GetAsync("/history?limit=1")).Items[0]!["actor"];

        Assert.Equal(3, await _api.CountAsync($"/history?subject=claim/{claim}"));
        Assert.Equal(2, await _api.CountAsync($"/history?subject=claim/{claim}&kind=claim.edited&actor={Uri.EscapeDataString(actor!)}"));
        Assert.Equal(2, await _api.CountAsync($"/history?subject=claim/{claim}&kind=claim.edited&actor=me"));
        Assert.Equal(0, await _api.CountAsync($"/history?subject=claim/{claim}&actor=system"));
        Assert.NotNull((await _api.GetAsync("/history?actor=nobody")).Error("actor"));
        Assert.Equal(3, await _api.CountAsync($"/history?subject=claim/{claim}&from=2026-03-03&to=2026-03-03"));
        Assert.Equal(0, await _api.CountAsync($"/history?subject=claim/{claim}&from=2026-03-04"));
        Assert.Equal(0, await _api.CountAsync($"/history?subject=claim/{claim}&to=2026-03-02"));
        Assert.Equal(3, await _api.CountAsync($"/history?subject=claim/{claim}&to=9999-12-31"));
        var first = await _api.GetAsync($"/history?subject=claim/{claim}&limit=2");
        var rest = await _api.GetAsync($"/history?subject=claim/{claim}&limit=2&cursor={first.Json["next"]}");
        Assert.Equal((2, 1), (first.Items.Count, rest.Items.Count));
        Assert.True(first.Ids("seq")[^1] > rest.Ids("seq")[0]);
    }

    [Fact]
    public async Task Only_an_admin_reads_the_content_of_events_about_users_and_keys()
    {
        var user = await _api.GivenAsync("/users", new { name = "Samira", email = "samira@desk.example", role = "checker" });
        var key = (long)(await _api.PostAsync($"/users/{user}/keys", new { label = "laptop" })).Json["id"]!;
        var checker = await host.AsAsync("checker", "Jun");

        foreach (var subject in (string[])[$"user/{user}", $"key/{key}"])
        {
            var (seen, withheld) = (
                (await _api.GetAsync($"/history?subject={subject}")).Items[0]!,
                (await checker.GetAsync($"/history?subject={subject}")).Items[0]!);
            Assert.Equal((false, true), ((bool)seen["withheld"]!, (bool)withheld["withheld"]!));
            Assert.NotNull(seen["after"]);
            Assert.Null(withheld["after"]);
            Assert.Equal((string?)seen["hash"], (string?)withheld["hash"]);
        }

        Assert.DoesNotContain("samira@desk.example", (await checker.GetAsync("/history?limit=500")).Text, StringComparison.Ordinal);
    }
}
