using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

/// <summary>Many verdicts go through the workflow in one call.</summary>
public sealed class MoveVerdictsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_stack_goes_from_draft_to_publication_in_three_calls()
    {
        var colleague = await host.AsAsync("editor", "Second of the stack");
        long[] verdicts = [await GivenDraftAsync(), await GivenDraftAsync(), await GivenDraftAsync()];

        Assert.Equal([200, 200, 200], Statuses(await MoveAsync(_api, "submit", verdicts)));
        Assert.Equal([200, 200, 200], Statuses(await MoveAsync(colleague, "approve", verdicts)));
        Assert.Equal([200, 200, 200], Statuses(await MoveAsync(_api, "publish", verdicts)));

        foreach (var verdict in verdicts)
        {
            Assert.Equal("published", await StateAsync(verdict));
        }
    }

    [Fact]
    public async Task A_verdict_that_is_refused_harms_no_other_and_leaves_nothing_behind()
    {
        var (submitted, grounded, bare) = (await GivenDraftAsync(), await GivenDraftAsync(), await GivenBareAsync());
        await MoveAsync(_api, "submit", submitted);

        var answer = await MoveAsync(_api, "submit", submitted, bare, grounded, 999_999);

        Assert.Equal([409, 409, 200, 404], Statuses(answer));
        Assert.Contains("rests on no evidence", (string)answer.Json["results"]![1]!["problem"]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(("draft", "in_review"), (await StateAsync(bare), await StateAsync(grounded)));
        Assert.Equal([403], Statuses(await MoveAsync(_api, "approve", submitted)));
    }

    [Fact]
    public async Task All_or_none_move_if_that_is_asked_for()
    {
        var (good, bare) = (await GivenDraftAsync(), await GivenBareAsync());

        var answer = await _api.PostAsync("/verdicts/moves?atomic=true", new { move = "submit", ids = new[] { good, bare } });

        Assert.Equal([424, 409], Statuses(answer));
        Assert.Equal("draft", await StateAsync(good));
    }

    [Fact]
    public async Task A_checker_submits_but_does_not_publish_and_each_move_takes_its_own_members()
    {
        var checker = await host.AsAsync("checker", "Checker of stacks");

        Assert.Equal(HttpStatusCode.Forbidden, (await MoveAsync(checker, "publish", 1)).Status);
        Assert.NotNull((await MoveAsync(_api, "retract", 1)).Error("reason"));
        Assert.NotNull((await MoveAsync(_api, "reject", 1)).Error("comment"));
        Assert.NotNull((await MoveAsync(_api, "corrections", 1)).Error("move"));
        Assert.NotNull((await MoveAsync(_api, "submit", 1, 1)).Error("ids"));
        Assert.NotNull((await MoveAsync(_api, "submit")).Error("ids"));
        var odd = await _api.PostAsync("/verdicts/moves", new { move = "submit", ids = new[] { 1 }, reason = "No." });
        Assert.NotNull(odd.Error("reason"));
        Assert.NotNull((await MoveAsync(_api, "submit", [.. Enumerable.Range(1, Limits.ItemsAtOnce + 1).Select(static i => (long)i)]))
            .Error("ids"));
    }

    private static IEnumerable<int> Statuses(Answer answer) => answer.Json["results"]!.AsArray().Select(static r => (int)r!["status"]!);

    private static Task<Answer> MoveAsync(ApiDriver who, string move, params long[] ids) =>
        who.PostAsync("/verdicts/moves", new { move, ids });

    private async Task<long> GivenDraftAsync()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.GivenEvidenceAsync(claim);
        return await _api.GivenDraftAsync(claim, "True");
    }

    private async Task<long> GivenBareAsync() => await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "True");

    private async Task<string> StateAsync(long verdict) => (string)(await _api.GetAsync($"/verdicts/{verdict}")).Json["state"]!;
}
