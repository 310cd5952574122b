using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Commands;

public sealed class RedactTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Secret = "Wilhelmina Quastenflosser";
    private const string Reason = "Order of the court of Port Alden, 12/2026.";

    [Fact]
    public async Task What_the_events_of_a_subject_said_is_gone_for_good_and_the_history_still_holds()
    {
        var claim = await host.Api.GivenClaimAsync($"{Secret} took the money.");
        await host.Api.PatchAsync($"/claims/{claim}", new { text = "Somebody took the money." });
        var before = await host.EventsAsync();

        var (exit, output, error) = await ServiceProcess.RunAsync(
            host.Store, adminKey: null, "redact", "--subject", $"claim/{claim}", "--reason", Reason);

        Assert.Equal((0, "Redacted 2 event(s). The tables, and every backup, are as they were.\n", ""), (exit, output, error));
        var after = await host.EventsAsync();
        var redacted = after.Where(e => e.Subject == $"claim/{claim}").ToList();
        Assert.All(redacted, static e => Assert.Equal(("", ""), (e.Body, e.Salt)));
        Assert.Equal(before.Select(static e => e.Hash), after.Take(before.Count).Select(static e => e.Hash), StringComparer.Ordinal);
        Assert.Equal(
            redacted.Select(static e => $"event.redacted event/{e.Seq}"),
            after.Skip(before.Count).Select(static e => $"{e.Kind} {e.Subject}"),
            StringComparer.Ordinal);
        Assert.All(after.Skip(before.Count), static e => Assert.Contains(Reason, e.Body, StringComparison.Ordinal));
        Assert.Empty((await new Verification(host.Db, checkpoint: null, CancellationToken.None).RunAsync()).Faults);
        Assert.DoesNotContain(Secret, host.Store.Bytes(), StringComparison.Ordinal);

        var told = (await host.Api.GetAsync($"/history?subject=claim/{claim}")).Items;
        Assert.All(told, static e => Assert.Equal((true, null, null), ((bool)e!["redacted"]!, e["before"], e["after"])));
        Assert.All((await host.Api.GetAsync($"/claims/{claim}/history")).Items, static e => Assert.Empty(e!["changes"]!.AsArray()));
    }

    [Fact]
    public async Task Who_did_what_to_a_claim_and_when_stays_in_its_history_also_where_links_and_verdicts_were_redacted()
    {
        var (_, sentences) = await host.Api.GivenArticleAsync($"{Secret} took the fish 1.");
        var claim = await host.Api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "The fish were taken." });
        var verdict = await host.Api.GivenPublishedAsync(claim, "True");
        var evidence = (await host.Api.GetAsync($"/claims/{claim}/evidence")).Ids()[0];
        var other = await host.Api.GivenClaimAsync("Of another matter.");
        await host.Api.GivenPublishedAsync(other, "True");
        var before = (await host.Api.GetAsync($"/claims/{claim}/history?count=true")).Json;

        foreach (var subject in (string[])[$"verdict/{verdict}", $"evidence/{evidence}", $"sentence/{sentences[0]}"])
        {
            var (exit, _, error) = await ServiceProcess.RunAsync(
                host.Store, adminKey: null, "redact", "--subject", subject, "--reason", Reason);
            Assert.Equal((0, ""), (exit, error));
        }

        var after = (await host.Api.GetAsync($"/claims/{claim}/history?count=true")).Json;
        Assert.Equal(Facts(before), Facts(after), StringComparer.Ordinal);
        Assert.Equal((long)before["total"]!, (long)after["total"]!);
        Assert.Equal(before["items"]!.AsArray().Select(static e => (long)e!["seq"]!), await WalkAsync($"/claims/{claim}/history"));
        Assert.All(
            after["items"]!.AsArray().Where(e => (string?)e!["subject"] != $"claim/{claim}"),
            static e => Assert.True((bool)e!["redacted"]! && e["changes"]!.AsArray().Count == 0, e.ToJsonString()));

        static IEnumerable<string> Facts(JsonNode page) =>
            page["items"]!.AsArray().Select(static e => $"{e!["seq"]} {e["at"]} {e["actor"]} {e["kind"]} {e["subject"]}");
    }

    [Fact]
    public async Task One_event_can_be_redacted_alone_and_only_once()
    {
        await host.Api.GivenClaimAsync("Only once.");
        var seq = $"{await host.CountEventsAsync()}";

        var (first, _, _) = await ServiceProcess.RunAsync(host.Store, adminKey: null, "redact", "--seq", seq, "--reason", Reason);
        var (second, output, _) = await ServiceProcess.RunAsync(host.Store, adminKey: null, "redact", "--seq", seq, "--reason", Reason);

        Assert.Equal(
            (0, 0, $"No event of number {seq} says anything that can be redacted. The history was written anew all the same.\n"),
            (first, second, output));
    }

    [Fact]
    public async Task What_was_said_of_an_erasure_can_be_erased_itself_and_the_history_still_holds()
    {
        await host.Api.GivenClaimAsync("Erased twice.");
        var seq = await host.CountEventsAsync();

        foreach (var next in (long[])[seq, seq + 1])
        {
            var (exit, _, _) = await ServiceProcess.RunAsync(host.Store, adminKey: null, "redact", "--seq", $"{next}", "--reason", Reason);
            Assert.Equal(0, exit);
        }

        Assert.Equal(
            ["", ""],
            (await host.EventsAsync()).Where(e => e.Seq == seq || e.Seq == seq + 1).Select(static e => e.Body),
            StringComparer.Ordinal);
        Assert.Empty((await new Verification(host.Db, checkpoint: null, CancellationToken.None).RunAsync()).Faults);
    }

    [Theory]
    [InlineData("redact", "--reason", Reason)]
    [InlineData("redact", "--reason", Reason, "--seq", "1", "--subject", "claim/1")]
    [InlineData("redact", "--reason", " ", "--seq", "1")]
    public async Task Without_one_thing_to_redact_and_a_reason_nothing_is_done(params string[] arguments)
    {
        var before = await host.CountEventsAsync();

        var (exit, _, error) = await ServiceProcess.RunAsync(host.Store, adminKey: null, arguments);

        Assert.Equal((1, 1, before), (exit, error.Count(static c => c == '\n'), await host.CountEventsAsync()));
    }

    private async Task<List<long>> WalkAsync(string path)
    {
        List<long> seqs = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await host.Api.GetAsync($"{path}?limit=2{cursor}");
            seqs.AddRange(page.Ids("seq"));
            cursor = (string?)page.Json["next"] is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : null;
        }

        return seqs;
    }
}
