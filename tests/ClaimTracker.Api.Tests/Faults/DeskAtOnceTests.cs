using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>
/// Five checkers and two editors work on one article at the same time: claims, evidence, verdicts and comments are made, one record and
/// the text itself are edited by everybody. CLAIMTRACKER_DESK says for how many seconds.
/// </summary>
public sealed class DeskAtOnceTests : IAsyncLifetime
{
    private const int Lines = 40;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_DESK") ?? "4", CultureInfo.InvariantCulture));

    private readonly ApiHost _host = new(("RateLimits:Enabled", "false"));
    private readonly ConcurrentBag<string> _written = [];
    private readonly ConcurrentBag<string> _mended = [];
    private readonly ConcurrentBag<string> _made = [];
    private readonly ConcurrentBag<Answer> _late = [];
    private long _article;
    private IReadOnlyList<long> _sentences = [];
    private long _evidence;

    [Fact]
    public async Task No_update_is_lost_and_every_refusal_says_how_to_go_on()
    {
        var checkers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => _host.AsAsync("checker", $"Checker {i}")));
        var editors = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => _host.AsAsync("editor", $"Editor {i}")));
        (_article, _sentences) = await _host.Api.GivenArticleAsync(
            string.Join(' ', Enumerable.Range(1, Lines).Select(static i => $"Bridge {i} cost {i} million dollars.")));
        _evidence = (await _host.Api.PostAsync(
            $"/claims/{await _host.Api.GivenClaimAsync()}/evidence",
            new { source = new { title = "Notes of the desk" }, excerpt = "Begun.", stance = "context" })).Id;

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            checkers.Select((api, i) => LoopAsync(clock, round => CheckAsync(api, i, round)))
                .Concat(editors.Select((api, i) => LoopAsync(clock, round => EditAsync(api, i, round)))));

        var excerpt = (string)(await _host.Api.GetAsync($"/evidence/{_evidence}")).Json["excerpt"]!;
        var text = (await _host.Api.GetAsync($"/articles/{_article}/text")).Text;
        Assert.NotEmpty(_written);
        Assert.NotEmpty(_mended);
        Assert.Equal(_written.Order(StringComparer.Ordinal), Words(excerpt, "+").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(_mended.Order(StringComparer.Ordinal), Words(text, "~").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var address in _made)
        {
            Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync(address)).Status);
        }

        // The desk was busy enough that people came too late; and each was told of what, and with which tag to try again.
        Assert.NotEmpty(_late);
        Assert.All(_late, static answer =>
        {
            Assert.NotNull(answer.Headers.ETag);
            Assert.StartsWith("/api/v1/", (string)answer.Json["existing"]!, StringComparison.Ordinal);
            Assert.NotEmpty((string)answer.Json["detail"]!);
        });
    }

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    private static async Task LoopAsync(Stopwatch clock, Func<int, Task> round)
    {
        await Task.Yield();
        for (var i = 0; clock.Elapsed < Time; i++)
        {
            await round(i);
        }
    }

    // The words that people added begin with a mark.
    private static IEnumerable<string> Words(string text, string mark) =>
        text.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith(mark, StringComparison.Ordinal));

    // Makes a claim of a line, with evidence and a verdict, remarks on it, and adds to the notes that all of them write.
    private async Task CheckAsync(ApiDriver api, int who, int round)
    {
        var line = _sentences[((round * 5) + who) % Lines];
        var claim = await ClaimOfLineAsync(api, $"/sentences/{line}", $"Claim {round} of checker {who}.");
        await MakeAsync(
            api,
            $"/claims/{claim}/evidence",
            new { source = new { url = $"https://register.example/{who}" }, excerpt = "As it says.", stance = "supports" },
            "/evidence/");
        var draft = new { rating = "True", justification = "As it says." };
        var verdict = await MakeAsync(api, $"/claims/{claim}/verdicts", draft, "/verdicts/");
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/verdicts/{verdict}/submit")).Status);
        await MakeAsync(api, "/comments", new { subject = $"claim/{claim}", text = "Please look, @\"Editor 1\"." }, "/comments/");
        var word = $"+{who}-{round}";
        if (round < 50)
        {
            await UntilDoneAsync(
                () => api.GetAsync($"/evidence/{_evidence}"),
                (seen, tag) => api.PatchAsync($"/evidence/{_evidence}", new { excerpt = $"{(string)seen.Json["excerpt"]!} {word}" }, tag));
            _written.Add(word);
        }
    }

    // Approves and publishes what waits, mends a line, and looks at the whole.
    private async Task EditAsync(ApiDriver api, int who, int round)
    {
        var waiting = (await api.GetAsync("/verdicts?waitingFor=me&limit=10")).Items;
        foreach (var (state, move) in new[] { ("in_review", "approve"), ("approved", "publish") })
        {
            long[] ids = [.. waiting.Where(v => (string)v!["state"]! == state).Select(static v => (long)v!["id"]!)];
            if (ids.Length > 0)
            {
                // The other editor may have been quicker.
                var moved = await api.PostAsync("/verdicts/moves", new { move, ids });
                Assert.Equal(HttpStatusCode.OK, moved.Status);
                Assert.All(moved.Json["results"]!.AsArray(), static r => Assert.Contains((int)r!["status"]!, new[] { 200, 409 }));
            }
        }

        var word = $"~{who}-{round}";
        await UntilDoneAsync(
            () => api.GetAsync($"/articles/{_article}/text"),
            (seen, tag) => api.PutAsync($"/articles/{_article}/text", new { text = Mended(seen.Text, word) }, tag));
        _mended.Add(word);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"/articles/{_article}/coverage")).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/me/inbox")).Status);
    }

    private static string Mended(string text, string word) => text.Replace(" cost 7 ", $" {word} cost 7 ", StringComparison.Ordinal);

    // A line that an editor has mended since is found where the refusal says.
    private async Task<long> ClaimOfLineAsync(ApiDriver api, string sentence, string text)
    {
        while (true)
        {
            var answer = await api.PostAsync($"{sentence}/claims", new { text });
            if (answer.Status == HttpStatusCode.Created)
            {
                _made.Add($"/claims/{answer.Id}");
                return answer.Id;
            }

            Assert.True(answer.Status == HttpStatusCode.Conflict, answer.Text);
            sentence = ((string)answer.Json["existing"]!)["/api/v1".Length..];
        }
    }

    private async Task<long> MakeAsync(ApiDriver api, string path, object body, string address)
    {
        var id = await api.GivenAsync(path, body);
        _made.Add(address + id.ToString(CultureInfo.InvariantCulture));
        return id;
    }

    // As a person does it: reads, edits what was read, and begins again where somebody was quicker.
    private async Task UntilDoneAsync(Func<Task<Answer>> read, Func<Answer, string, Task<Answer>> edit)
    {
        while (true)
        {
            var seen = await read();
            var answer = await edit(seen, seen.ETag);
            if (answer.Status == HttpStatusCode.OK)
            {
                return;
            }

            Assert.True(answer.Status == HttpStatusCode.PreconditionFailed, answer.Text);
            _late.Add(answer);
        }
    }
}
