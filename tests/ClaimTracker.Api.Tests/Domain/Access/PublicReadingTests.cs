using System.Net;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Features.Exports;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Access;

/// <summary>A desk that lets everybody read what it published: one verdict is, two are not.</summary>
public sealed class PublicReadingTests : IAsyncLifetime
{
    private const string Canary = "zebrafinch";

    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "GetVerdict", "ListVerdicts", "ListClaimVerdicts", "ExportVerdicts", "ExportVerdictReviews", "ExportDataset", "ExportPackage",
        "GetReview", "GetClaimReview", "GetOembed", "GetVerdictFeed", "SearchClaims", "GetRatingScale", "ListRatingScales", "ListChanges",
        "GetList", "ListLists", "ListClaimsOfList", "DescribeReconciliation", "Reconcile", "SuggestEntities",
        "SuggestTypes", "SuggestProperties", "PreviewEntity", "ProposeProperties",
    };

    private readonly ApiHost _host = new(("Auth:Public", "true"));
    private long _published;
    private long _draft;
    private long _judged;
    private long _other;

    private ApiDriver Public => new(_host.Stranger);

    [Fact]
    public async Task The_public_reads_what_was_published()
    {
        Assert.Equal([_published], (await Public.GetAsync("/verdicts")).Ids());
        Assert.Equal([_published], (await Public.GetAsync($"/claims/{_judged}/verdicts")).Ids());
        Assert.Equal(_published, (await Public.GetAsync($"/verdicts/{_published}")).Id);
        Assert.NotEmpty((await Public.GetAsync("/rating-scales")).Items);
        Assert.Equal(HttpStatusCode.OK, (await Public.GetAsync("/rating-scales/1")).Status);
        Assert.Single((await Public.GetAsync("/exports/verdicts.jsonl")).Text.Trim().Split('\n'));
        Assert.Equal(2, (await Public.GetAsync("/exports/verdicts.csv")).Text.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task The_public_sees_a_scale_once_something_published_uses_it()
    {
        var ratings = new[] { new { name = "No", value = 1 }, new { name = "Yes", value = 2 } };
        var scale = await _host.Api.GivenAsync("/rating-scales", new { name = "Prepared", ratings });
        var claim = await _host.Api.GivenClaimAsync("The ferry is older than the bridge.");
        await _host.Api.GivenEvidenceAsync(claim);
        var verdict = await _host.Api.GivenAsync(
            $"/claims/{claim}/verdicts", new { scale = "Prepared", rating = "Yes", justification = "As the evidence says." });

        Assert.Equal([1], (await Public.GetAsync("/rating-scales")).Ids());
        Assert.Equal(HttpStatusCode.NotFound, (await Public.GetAsync($"/rating-scales/{scale}")).Status);
        Assert.Equal([1, scale], (await _host.Api.GetAsync("/rating-scales")).Ids());

        await _host.Api.PublishAsync(verdict);

        Assert.Equal([1, scale], (await Public.GetAsync("/rating-scales")).Ids());
        Assert.Equal(scale, (await Public.GetAsync($"/rating-scales/{scale}")).Id);
    }

    [Theory]
    [InlineData("/verdicts?count=true")]
    [InlineData("/verdicts?state=draft&count=true")]
    [InlineData("/verdicts?rating=False&count=true")]
    [InlineData("/verdicts?tag=hush&count=true")]
    [InlineData("/verdicts?claimant=Ada+Ngo&count=true")]
    [InlineData("/exports/verdicts.csv?state=draft")]
    [InlineData("/exports/verdicts.jsonl?state=draft")]
    [InlineData("/exports/verdicts.csv?rating=False&formulas=raw")]
    [InlineData("/exports/verdicts.jsonl")]
    public async Task No_list_and_no_file_has_or_counts_a_draft(string path)
    {
        var answer = await Public.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain(Canary, answer.Text, StringComparison.Ordinal);
        if (path.Contains("count=true", StringComparison.Ordinal))
        {
            Assert.Equal(path == "/verdicts?count=true" ? 1 : 0, (int)answer.Json["total"]!);
            Assert.Equal((int)answer.Json["total"]!, answer.Items.Count);
        }
    }

    [Fact]
    public async Task An_article_of_our_own_is_not_given_away_by_the_verdicts_that_clear_it()
    {
        var own = await _host.Api.PostAsync(
            "/articles", new { text = $"Our own {Canary} 1.", title = Canary, url = $"https://{Canary}.example/", kind = "draft" });
        var theirs = await _host.Api.PostAsync("/articles", new { text = "Their text 2.", kind = "published" });
        var cleared = await _host.Api.GivenAsync($"/sentences/{own.Json["sentences"]![0]!["id"]}/claims", new { text = "It is ours." });
        var repeated = await _host.Api.GivenAsync(
            $"/sentences/{own.Json["sentences"]![0]!["id"]}/claims", new { text = "They say so too." });
        await _host.Api.PutAsync($"/sentences/{theirs.Json["sentences"]![0]!["id"]}/claims/{repeated}", new { role = "repeats" });
        long[] verdicts = [await _host.Api.GivenPublishedAsync(cleared, "True"), await _host.Api.GivenPublishedAsync(repeated, "True")];

        var rows =
            CsvReader.Read((await Public.GetAsync("/exports/verdicts.csv")).Text).Where(row => row[0] != $"{_published}").Skip(1).ToList();
        Assert.Equal(
            ["||||", $"{theirs.Id}|||{theirs.Json["sentences"]![0]!["id"]}|Their text 2."],
            rows.Select(static row => string.Join('|', row[13..18])),
            StringComparer.Ordinal);
        foreach (var path in (string[])
        [
            "/exports/verdicts.csv", "/exports/verdicts.jsonl", "/verdicts", $"/verdicts/{verdicts[0]}", $"/claims/{cleared}/verdicts",
        ])
        {
            Assert.DoesNotContain(Canary, (await Public.GetAsync(path)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, await Public.CountAsync($"/verdicts?articleId={own.Id}"));
        Assert.Equal("", (await Public.GetAsync($"/exports/verdicts.jsonl?articleId={own.Id}")).Text);
        Assert.Equal([verdicts[1]], (await Public.GetAsync($"/verdicts?articleId={theirs.Id}")).Ids());
        Assert.Equal(2, await _host.Api.CountAsync($"/verdicts?articleId={own.Id}"));
        Assert.Contains(Canary, (await _host.Api.GetAsync("/exports/verdicts.csv")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_desk_notes_for_itself_is_not_shown_and_whom_it_does_not_name_is_counted()
    {
        var claim = await _host.Api.GivenAsync("/claims", new { text = "Two say so.", tags = new[] { "two" } });
        foreach (var confidential in (bool[])[true, false])
        {
            await _host.Api.GivenAsync($"/claims/{claim}/evidence", new
            {
                source = new { url = $"https://source.example/{confidential}", confidential },
                excerpt = "So it is.",
                note = $"Ask the {Canary} again.",
                stance = "supports",
            });
        }

        var verdict = await _host.Api.GivenDraftAsync(claim, "True");
        await _host.Api.PublishAsync(verdict);

        var shown = await Public.GetAsync($"/verdicts/{verdict}");
        Assert.DoesNotContain(Canary, shown.Text, StringComparison.Ordinal);
        Assert.Equal(
            [null, "https://source.example/False"],
            shown.Json["evidence"]!.AsArray().Select(static e => (string?)e!["source"]!["url"]),
            StringComparer.Ordinal);
        Assert.Equal(("2", "2"), (await EvidenceCountAsync(Public), await EvidenceCountAsync(_host.Api)));
        Assert.Contains(Canary, (await _host.Api.GetAsync($"/verdicts/{verdict}")).Text, StringComparison.Ordinal);

        static async Task<string> EvidenceCountAsync(ApiDriver api) =>
            CsvReader.Read((await api.GetAsync("/exports/verdicts.csv?tag=two")).Text)[1][18];
    }

    [Fact]
    public async Task A_draft_is_not_there_by_any_method_and_answers_as_if_it_never_was()
    {
        var tag = (await _host.Api.GetAsync($"/verdicts/{_draft}")).ETag;
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var answers = new List<string>();
            foreach (var id in new[] { _draft, 999_999 })
            {
                var request = new HttpRequestMessage(method, $"/api/v1/verdicts/{id}");
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
                var answer = await Public.SendAsync(request);

                Assert.Equal(HttpStatusCode.NotFound, answer.Status);
                Assert.Null(answer.Headers.ETag);
                answers.Add(
                    method == HttpMethod.Get ? ((string)answer.Json["detail"]!).Replace($"{id}", "N", StringComparison.Ordinal) : "");
            }

            Assert.Equal(answers[0], answers[1]);
        }
    }

    [Fact]
    public async Task A_claim_on_which_nothing_was_published_is_as_one_that_never_was()
    {
        foreach (var query in (string[])["", "?count=true", "?state=published", "?asOf=2026-03-03T12:00:00Z"])
        {
            var (kept, never) =
                (await Public.GetAsync($"/claims/{_other}/verdicts{query}"), await Public.GetAsync($"/claims/999999/verdicts{query}"));

            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (kept.Status, never.Status));
            Assert.Equal(
                (string?)never.Json["detail"], ((string?)kept.Json["detail"])!.Replace($"{_other}", "999999", StringComparison.Ordinal));
            Assert.DoesNotContain(Canary, kept.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await (await _host.AsAsync("reader", "Rita")).GetAsync($"/claims/{_other}/verdicts")).Status);
        Assert.Empty((await Public.GetAsync($"/claims/{_judged}/verdicts?state=retracted")).Items);
    }

    [Fact]
    public async Task A_claim_whose_only_verdict_was_taken_back_is_still_known_to_the_public()
    {
        await _host.Api.MoveAsync(_published, "retract", new { reason = "It was wrong." });

        Assert.Equal("retracted", (string?)Assert.Single((await Public.GetAsync($"/claims/{_judged}/verdicts")).Items)!["state"]);
    }

    [Fact]
    public async Task Every_other_route_needs_a_key()
    {
        foreach (var endpoint in EndpointTypes.All.Select(static type => type.Name).Where(static name => !Open.Contains(name)))
        {
            var route = _host.Route(endpoint);
            var answer = await Public.SendAsync(Refusals.Request(route.Method, route.Address()));

            Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{endpoint} answered {answer.Status}");
            Assert.DoesNotContain(Canary, answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await Public.GetAsync("/nothing")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.With("wrong").GetAsync("/verdicts")).Status);
    }

    [Fact]
    public async Task A_cache_may_keep_what_the_public_got_for_a_minute_and_knows_that_a_key_changes_it()
    {
        var known = await Public.GetAsync($"/verdicts/{_published}");
        Assert.Equal("public, max-age=60", known.Headers.CacheControl?.ToString());
        Assert.Equal(["cross-origin"], known.Headers.GetValues("Cross-Origin-Resource-Policy"), StringComparer.Ordinal);
        Assert.Contains("Authorization", known.Headers.Vary, StringComparer.Ordinal);
        Assert.Equal("no-store, private", (await _host.Api.GetAsync($"/verdicts/{_published}")).Headers.CacheControl?.ToString());
        Assert.Equal("no-store, private", (await Public.GetAsync($"/verdicts/{_draft}")).Headers.CacheControl?.ToString());
        Assert.True((await Public.GetAsync("/exports/verdicts.csv")).Headers.CacheControl?.NoStore);
    }

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        if (TestEngine.Current.Missing is not null)
        {
            return;
        }

        _judged = await _host.Api.GivenClaimAsync();
        _published = await _host.Api.GivenPublishedAsync(_judged, "True");
        await _host.Api.GivenAsync($"/claims/{_judged}/verdicts", new { rating = "False", justification = $"A {Canary} said otherwise." });
        _other = await _host.Api.GivenAsync(
            "/claims", new { text = $"The {Canary} is extinct.", tags = new[] { "hush" }, claimants = new[] { new { name = "Ada Ngo" } } });
        await _host.Api.GivenEvidenceAsync(_other);
        _draft = await _host.Api.GivenAsync(
            $"/claims/{_other}/verdicts", new { rating = "False", justification = $"A {Canary} was seen." });
    }

    public Task DisposeAsync() => _host.DisposeAsync();
}
