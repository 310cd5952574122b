using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Inbox;

/// <summary>A desk of an editor, two checkers and their work.</summary>
public sealed class ListInboxTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();
    private ApiDriver _ines = null!;
    private ApiDriver _omar = null!;
    private ApiDriver _editor = null!;

    [Fact]
    public async Task A_claim_that_was_given_to_somebody_waits_until_it_is_done()
    {
        var claim = await _editor.GivenClaimAsync("The pier is 300 metres long.");
        await _editor.AssignAsync(claim, "Ines");

        var item = Assert.Single((await _ines.GetAsync("/me/inbox")).Items)!;
        Assert.Equal(
            ("assigned", $"claim/{claim}", $"/api/v1/claims/{claim}", "The pier is 300 metres long."),
            ((string)item["reason"]!, (string)item["subject"]!, (string)item["address"]!, (string)item["text"]!));
        Assert.Empty((await _omar.GetAsync("/me/inbox")).Items);

        await _host.Api.GivenPublishedAsync(claim, "True");
        Assert.Empty((await _ines.GetAsync("/me/inbox")).Items);
    }

    [Fact]
    public async Task A_verdict_goes_round_from_inbox_to_inbox()
    {
        var claim = await _editor.GivenClaimAsync();
        await _ines.GivenEvidenceAsync(claim);
        var verdict = await _ines.GivenDraftAsync(claim, "True");
        Assert.Empty(await ReasonsAsync(_ines));

        await _ines.MoveAsync(verdict, "submit");
        Assert.Equal(["to_approve"], await ReasonsAsync(_editor), StringComparer.Ordinal);
        Assert.Empty(await ReasonsAsync(_ines));

        await _editor.MoveAsync(verdict, "reject", new { comment = "Name the register." });
        Assert.Empty(await ReasonsAsync(_editor));
        Assert.Equal(["rejected"], await ReasonsAsync(_ines), StringComparer.Ordinal);
        Assert.Equal([verdict], (await _ines.GetAsync("/verdicts?waitingFor=me")).Ids());

        await _ines.MoveAsync(verdict, "submit");
        await _editor.MoveAsync(verdict, "approve");
        Assert.Empty(await ReasonsAsync(_ines));
        Assert.Equal(["to_publish"], await ReasonsAsync(_editor), StringComparer.Ordinal);

        await _editor.MoveAsync(verdict, "publish");
        Assert.Empty(await ReasonsAsync(_editor));
        Assert.Empty((await _editor.GetAsync("/verdicts?waitingFor=me")).Items);
    }

    [Fact]
    public async Task An_editor_is_not_asked_to_approve_what_the_editor_wrote()
    {
        var claim = await _editor.GivenClaimAsync();
        await _editor.GivenEvidenceAsync(claim);
        await _editor.MoveAsync(await _editor.GivenDraftAsync(claim, "True"), "submit");

        Assert.Empty(await ReasonsAsync(_editor));
        Assert.Equal(["to_approve"], await ReasonsAsync(_host.Api), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_mention_waits_until_it_is_answered_and_the_answer_until_it_is_settled()
    {
        var claim = await _editor.GivenClaimAsync();
        var asked = await _ines.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Is this right, @Omar?" });
        Assert.Equal(["mentioned"], await ReasonsAsync(_omar), StringComparer.Ordinal);

        var answer = await _omar.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "It is.", replyTo = asked });
        Assert.Empty(await ReasonsAsync(_omar));
        Assert.Equal(["answered"], await ReasonsAsync(_ines), StringComparer.Ordinal);

        await _ines.PatchAsync($"/comments/{answer}", new { resolved = true });
        Assert.Empty(await ReasonsAsync(_ines));
    }

    [Fact]
    public async Task A_line_is_checked_again_by_who_has_its_claim_or_judged_it()
    {
        var (article, sentences) = await _editor.GivenArticleAsync("The pier cost 48 million dollars. Nobody was hurt.");
        var claim = await _editor.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "The pier cost 48 million." });
        await _editor.AssignAsync(claim, "Ines");
        await _omar.GivenEvidenceAsync(claim);
        await _host.Api.PublishAsync(await _omar.GivenDraftAsync(claim, "True"));
        Assert.Empty(await ReasonsAsync(_omar));

        var text = new { text = "The pier cost 49 million dollars. Nobody was hurt." };
        Assert.Equal(HttpStatusCode.OK, (await _editor.PutAsync($"/articles/{article}/text", text)).Status);

        Assert.Equal(["recheck"], await ReasonsAsync(_omar), StringComparer.Ordinal);
        Assert.Equal(["recheck"], await ReasonsAsync(_ines), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_verdict_is_looked_at_again_on_the_day_of_its_review()
    {
        var claim = await _editor.GivenClaimAsync();
        await _ines.GivenEvidenceAsync(claim);
        var verdict = await _ines.GivenAsync(
            $"/claims/{claim}/verdicts", new { rating = "True", justification = "As it says.", reviewDue = "2026-03-04" });
        await _host.Api.PublishAsync(verdict);
        Assert.Empty(await ReasonsAsync(_ines));

        _host.Time.Advance(TimeSpan.FromDays(1));

        var item = Assert.Single((await _ines.GetAsync("/me/inbox")).Items)!;
        Assert.Equal(("review_due", "2026-03-04T00:00:00Z"), ((string)item["reason"]!, (string)item["deadline"]!));
    }

    [Fact]
    public async Task The_nearest_deadline_comes_first_and_pages_go_on_where_the_last_ended()
    {
        var late = await ArticleAsync("Of the harbour.", "2026-05-01T00:00:00Z");
        var none = await ArticleAsync("Of the pier.", deadline: null);
        var soon = await ArticleAsync("Of the ferry.", "2026-04-01T00:00:00Z");
        foreach (var article in (long[])[late, none, soon])
        {
            await _editor.PatchAsync($"/articles/{article}", new { assignee = "Ines" });
        }

        var subjects = new List<string>();
        for (var address = "/me/inbox?limit=1"; ;)
        {
            var page = await _ines.GetAsync(address);
            subjects.AddRange(page.Items.Texts("subject"));
            if ((string?)page.Json["next"] is not { } next)
            {
                break;
            }

            address = "/me/inbox?limit=1&cursor=" + Uri.EscapeDataString(next);
        }

        Assert.Equal([$"article/{soon}", $"article/{late}", $"article/{none}"], subjects, StringComparer.Ordinal);

        await _editor.PatchAsync($"/articles/{soon}", new { archived = true });
        Assert.Equal(2, (await _ines.GetAsync("/me/inbox?reason=assigned")).Items.Count);
    }

    [Fact]
    public async Task What_came_after_the_mark_is_unread()
    {
        await _editor.AssignAsync(await _editor.GivenClaimAsync("The pier is long."), "Ines");
        var seen = (string)(await _ines.GetAsync("/me/inbox")).Items[0]!["since"]!;
        Assert.Equal(1, await UnreadAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await _ines.PutAsync("/me/inbox/read", new { upTo = seen })).Status);
        Assert.Equal(0, await UnreadAsync());
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _editor.AssignAsync(await _editor.GivenClaimAsync("The pier is wide."), "Ines");

        Assert.Equal(1, await UnreadAsync());
        Assert.Equal(["The pier is wide."], (await _ines.GetAsync("/me/inbox?unread=true")).Items.Texts("text"), StringComparer.Ordinal);
        Assert.Equal(["The pier is long."], (await _ines.GetAsync("/me/inbox?unread=false")).Items.Texts("text"), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "is required, and must not be null")]
    [InlineData("""{"upTo":"2026-03-04T00:00:00Z"}""", "must not be in the future: what comes until then would never be unread")]
    [InlineData("""{"upTo":"yesterday"}""", "must be an instant such as 2026-01-31T12:00:00Z")]
    public async Task A_mark_that_makes_no_sense_is_refused(string body, string why)
    {
        var answer = await _ines.SendTextAsync(HttpMethod.Put, "/me/inbox/read", body);

        Assert.Equal((HttpStatusCode.BadRequest, why), (answer.Status, answer.Error("upTo")));
    }

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        if (TestEngine.Current.Missing is null)
        {
            (_ines, _omar) = (await _host.AsAsync("checker", "Ines"), await _host.AsAsync("checker", "Omar"));
            _editor = await _host.AsAsync("editor", "Noor");
        }
    }

    public Task DisposeAsync() => _host.DisposeAsync();

    private static async Task<IReadOnlyList<string>> ReasonsAsync(ApiDriver api) =>
        [.. (await api.GetAsync("/me/inbox")).Items.Texts("reason").Where(static reason => reason != "assigned")];

    private Task<long> ArticleAsync(string text, string? deadline) =>
        _editor.GivenAsync("/articles", new { text, deadline, kind = "draft" });

    private async Task<long> UnreadAsync() => (long)(await _ines.GetAsync("/me/inbox?unread=true&count=true&limit=1")).Json["total"]!;
}
