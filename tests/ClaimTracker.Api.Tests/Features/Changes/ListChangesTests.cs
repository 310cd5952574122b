using System.Net;
using ClaimTracker.Api.Features.Changes;
using ClaimTracker.Api.Tests.Domain.Access;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Changes;

public sealed class ListChangesTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>
{
    private readonly ApiDriver _api = desk.Host.Api;

    [Fact]
    public async Task A_tool_that_polls_gets_every_change_once_and_the_list_has_no_end()
    {
        var after = await HeadAsync();
        var claim = await _api.GivenClaimAsync();
        await _api.PatchAsync($"/claims/{claim}", new { headline = "The bridge" });
        await _api.GivenEvidenceAsync(claim, "https://example.org/of-changes");

        var kinds = new List<string>();
        while (true)
        {
            var page = await _api.GetAsync($"/changes?after={after}&limit=2");
            kinds.AddRange(page.Items.Texts("kind"));
            after = (long)page.Json["next"]!;
            if (after == (long)page.Json["head"]!)
            {
                break;
            }
        }

        Assert.Equal(
            ["claim.created", "claim.edited", "source.created", "evidence.created", "evidence.linked"], kinds, StringComparer.Ordinal);
        var last = await _api.GetAsync($"/changes?after={after}");
        Assert.Empty(last.Items);
        Assert.Equal(after, (long)last.Json["next"]!);

        await _api.DeleteAsync($"/claims/{await _api.GivenClaimAsync("The pier is long.")}");
        Assert.Equal(
            ["claim.created", "claim.deleted"],
            (await _api.GetAsync($"/changes?after={after}")).Items.Texts("kind"),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_change_names_the_address_of_the_thing_and_the_tag_that_its_GET_has_now()
    {
        var after = await HeadAsync();
        var claim = await _api.GivenClaimAsync();
        var verdict = await _api.GivenPublishedAsync(claim, "True");
        await _api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Look at the register." });

        foreach (var role in (string[])["checker", "reader", "public"])
        {
            var tagged = (await desk.As(role).GetAsync($"/changes?after={after}&limit=500")).Items
                .Where(static change => change!["etag"] is not null)
                .ToList();
            Assert.NotEmpty(tagged);
            foreach (var change in tagged)
            {
                var got = await desk.As(role).SendAsync(new HttpRequestMessage(HttpMethod.Get, (string)change!["address"]!));
                Assert.Equal((string?)change["etag"], got.Headers.ETag?.ToString());
            }
        }

        Assert.Contains(
            $"/api/v1/verdicts/{verdict}",
            (await _api.GetAsync($"/changes?after={after}&kinds=verdict")).Items.Texts("address"),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_was_deleted_since_is_said_to_be_gone()
    {
        var after = await HeadAsync();
        var claim = await _api.GivenClaimAsync();
        var (article, _) = await _api.GivenArticleAsync("The ferry to Norvik sails twice a day.");
        await _api.DeleteAsync($"/claims/{claim}");
        await _api.DeleteAsync($"/articles/{article}");

        var changes = (await _api.GetAsync($"/changes?after={after}")).Items;

        Assert.Equal(4, changes.Count);
        Assert.All(changes, static change => Assert.True((bool)change!["gone"]!));
        Assert.All(changes, static change => Assert.Null(change!["etag"]));
    }

    [Fact]
    public async Task The_public_is_told_of_verdicts_once_they_are_published_and_of_what_became_of_them()
    {
        var after = await HeadAsync();
        var claim = await _api.GivenClaimAsync();
        var verdict = await _api.GivenPublishedAsync(claim, "True");
        await _api.GivenCorrectionAsync(
            verdict,
            new
            {
                rating = "False",
                justification = "The register was wrong.",
                kind = "correction",
                reason = "A new edition.",
                publicText = "We corrected this.",
            });
        await _api.GivenClaimAsync("Nobody has judged this yet.");

        var told = (await desk.As("public").GetAsync($"/changes?after={after}")).Items;

        Assert.Equal(
            ["claim.house_changed", "claim.house_changed", "verdict.published", "verdict.published", "verdict.superseded"],
            told.Texts("kind").Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("reader", "verdict.drafted")]
    [InlineData("reader", "comment")]
    [InlineData("reader", "user,claim")]
    [InlineData("public", "claim.created")]
    [InlineData("public", "article")]
    public async Task Who_asks_for_what_the_role_may_not_see_is_told_so(string role, string kinds) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.As(role).GetAsync($"/changes?kinds={kinds}")).Status);

    [Fact]
    public async Task Kinds_choose_changes_by_their_word_or_by_what_was_changed()
    {
        var after = await HeadAsync();
        var claim = await _api.GivenClaimAsync();
        await _api.GivenEvidenceAsync(claim);
        await _api.PatchAsync($"/claims/{claim}", new { headline = "The bridge" });

        Assert.Equal(
            ["claim.created", "evidence.linked", "claim.edited"],
            (await _api.GetAsync($"/changes?after={after}&kinds=evidence.linked,claim")).Items.Texts("kind"),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("after=-1", "after")]
    [InlineData("after=9223372036854775807", "after")]
    [InlineData("kinds=claim.made", "kinds")]
    [InlineData("kinds=claim,", "kinds")]
    [InlineData("limit=501", "limit")]
    public async Task What_cannot_be_followed_is_refused_by_name(string query, string field)
    {
        var answer = await _api.GetAsync("/changes?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task A_poll_for_which_nothing_is_new_costs_no_body()
    {
        var first = await _api.GetAsync($"/changes?after={await HeadAsync()}");
        var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/changes?after={(long)first.Json["next"]!}");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.ETag);

        Assert.Equal(HttpStatusCode.NotModified, (await _api.SendAsync(again)).Status);
    }

    [Fact]
    public void Each_kind_of_event_is_followed_by_the_desk()
    {
        var checker = new Actor("Ines", Role.Checker);

        Assert.Equal(EventKind.All.Select(static kind => kind.Name), ChangeKinds.Of(checker, words: null), StringComparer.Ordinal);
    }

    private async Task<long> HeadAsync() => (long)(await _api.GetAsync("/changes?limit=1")).Json["head"]!;
}
