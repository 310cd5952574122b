using System.Net;
using System.Text;
using ClaimTracker.Api.Features.Claims;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Api.Tests.Domain.Writing;

public sealed class IdempotencyTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Header = "Idempotency-Key";

    [Fact]
    public async Task The_same_request_again_is_answered_alike_and_done_once()
    {
        var first = await PostAsync("/claims", "again", """{"text":"The ferry was full. 😀"}""");
        var events = await host.CountEventsAsync();

        var second = await PostAsync("/claims", "again", """{"text":"The ferry was full. 😀"}""");

        Assert.Equal((HttpStatusCode.Created, first.Text, first.ETag), (second.Status, second.Text, second.ETag));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(events, await host.CountEventsAsync());
    }

    [Fact]
    public async Task It_is_answered_as_it_was_even_when_the_thing_has_changed_since()
    {
        var first = await PostAsync("/claims", "changed since", """{"text":"The tram was late."}""");
        await host.Api.PatchAsync($"/claims/{first.Id}", new { text = "The tram was early." });

        Assert.Equal(first.Text, (await PostAsync("/claims", "changed since", """{"text":"The tram was late."}""")).Text);
    }

    [Theory]
    [InlineData("/claims", """{"text":"Another text."}""")]
    [InlineData("/claims", """{ "text":"The first text."}""")]
    [InlineData("/sources", """{"text":"The first text."}""")]
    public async Task Another_request_under_the_same_key_is_refused(string path, string body)
    {
        await PostAsync("/claims", "taken", """{"text":"The first text."}""");

        var answer = await PostAsync(path, "taken", body);

        Assert.True(answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest, answer.Text);
        // A body that is no source is refused before it is looked up.
        Assert.Equal(path == "/sources", answer.Status == HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_key_belongs_to_the_user_who_sent_it()
    {
        var other = await host.AsAsync("checker", "Ines");
        await PostAsync("/claims", "mine", """{"text":"The mayor slept."}""");

        var answer = await PostAsync("/claims", "mine", """{"text":"The clerk slept."}""", other);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("The clerk slept.", (string?)answer.Json["text"]);
    }

    [Fact]
    public async Task A_refusal_is_not_kept_so_that_the_request_can_be_mended()
    {
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await PostAsync("/claims/4711/verdicts", "mended", """{"rating":"True","justification":"So."}""")).Status);
        var claim = await host.Api.GivenClaimAsync("The clerk knew.");

        Assert.Equal(
            HttpStatusCode.Created,
            (await PostAsync($"/claims/{claim}/verdicts", "mended", """{"rating":"True","justification":"So."}""")).Status);
    }

    [Fact]
    public async Task A_key_is_free_again_after_a_day()
    {
        var first = await PostAsync("/claims", "a day", """{"text":"The sun shone."}""");
        host.Time.Advance(TimeSpan.FromHours(23));
        var within = await PostAsync("/claims", "a day", """{"text":"The sun shone."}""");
        host.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        var after = await PostAsync("/claims", "a day", """{"text":"The sun shone."}""");

        Assert.Equal(first.Id, within.Id);
        Assert.NotEqual(first.Id, after.Id);
    }

    [Fact]
    public async Task A_request_is_done_once_when_the_clock_jumps_forward()
    {
        var clock = new JumpingClock(host.Time.GetUtcNow());
        var changes = new ChangeRunner(host.Services.GetRequiredService<Db>(), clock, NullLogger<ChangeRunner>.Instance);
        var key = new IdempotencyKey("a jump", new string('0', 64));
        var caller = new Caller(new Actor("Form checker", Role.Checker) { UserId = 1 }, Permission.Write);
        Task<Reply> CreateAsync() => changes.RunAsync(
            caller, key, change => new CreateClaim().WriteAsync(change, new CreateClaimRequest { Text = "The clock struck thirteen." }));

        var first = await CreateAsync();
        clock.Ahead = TimeSpan.FromDays(2);
        var again = await CreateAsync();

        Assert.True(again.IsReplay);
        Assert.Equal(first.Location, again.Location);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_done_and_the_others_are_told_to_wait_or_get_its_answer()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => PostAsync("/claims", "fifty", """{"text":"Fifty people said so."}""")));

        Assert.All(answers, static a => Assert.True(a.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, a.Text));
        Assert.Single(answers.Where(static a => a.Status == HttpStatusCode.Created).Select(static a => a.Id).Distinct());
        Assert.Equal(1, await host.Api.CountAsync("/claims?q=fifty%20people"));
    }

    [Fact]
    public async Task Each_line_of_a_bulk_is_done_once()
    {
        const string Two = """{"text":"Bulk line one."}""" + "\n" + """{"text":"Bulk line two."}""" + "\n";
        var first = await PostAsync("/claims/bulk", "bulk", Two, type: "application/x-ndjson");
        var events = await host.CountEventsAsync();

        var more = await PostAsync(
            "/claims/bulk", "bulk", Two.Replace("two", "2", StringComparison.Ordinal) + """{"text":"Bulk line three."}""",
            type: "application/x-ndjson");

        var lines = more.Text.Split('\n');
        Assert.Equal(first.Text.Split('\n')[0], lines[0]);
        Assert.Contains("\"status\":422", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"line\":3,\"status\":201", lines[2], StringComparison.Ordinal);
        Assert.Equal(events + 1, await host.CountEventsAsync());
    }

    [Fact]
    public async Task A_new_key_of_a_user_is_shown_once_and_stored_nowhere()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Shown once", role = "reader" });
        var first = await PostAsync($"/users/{user}/keys", "secret", "{}");

        var again = await PostAsync($"/users/{user}/keys", "secret", "{}");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (first.Status, again.Status));
        Assert.Equal(first.Headers.Location?.ToString(), (string?)again.Json["existing"]);
        Assert.Equal(1, (await host.Api.GetAsync($"/users/{user}/keys?count=true")).Json["total"]!.GetValue<int>());
        Assert.DoesNotContain(
            await host.Db.ReadAsync(
                static tx => tx.ListAsync<string>("select coalesce(body, '') from idempotency_keys"), CancellationToken.None),
            body => body.Contains(((string)first.Json["key"]!)[^43..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_key_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/claims", "", """{"text":"Refused."}""")).Status);

    [Theory]
    [InlineData(255, HttpStatusCode.Created)]
    [InlineData(256, HttpStatusCode.BadRequest)]
    public async Task A_key_has_255_characters_at_most(int length, HttpStatusCode status) =>
        Assert.Equal(status, (await PostAsync("/claims", new string('k', length), """{"text":"As long as it may be."}""")).Status);

    private Task<Answer> PostAsync(string path, string key, string body, ApiDriver? api = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.TryAddWithoutValidation(Header, key);
        return (api ?? host.Api).SendAsync(request);
    }

    /// <summary>A clock that somebody sets, while no time passes.</summary>
    private sealed class JumpingClock(DateTimeOffset start) : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => start + Ahead;

        public override long GetTimestamp() => 0;
    }
}
