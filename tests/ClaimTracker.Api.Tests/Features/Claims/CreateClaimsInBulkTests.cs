using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class CreateClaimsInBulkTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Results_come_in_the_order_of_the_lines_and_a_bad_line_spoils_no_other()
    {
        var (_, sentences) = await _api.GivenArticleAsync("Bulk takes sentences too 1.");
        await _api.GivenAsync("/claims", new { text = "Has the id.", externalApp = "bulk", externalId = "1" });

        var results = await SendAsync(
            """{"text": "Good 1.", "tags": ["bulk"]}""",
            """{"text": " "}""",
            $$"""{"text": "Good 3.", "tags": ["bulk"], "sentenceIds": [{{sentences[0]}}]}""",
            """{"text": "Twice.", "text": "Twice."}""",
            """{"text": "Taken.", "externalApp": "bulk", "externalId": "1"}""",
            """{"text": "Of nothing.", "sentenceIds": [999999]}""",
            "no json",
            "null",
            """{"text": "Good 9.", "tags": ["bulk"]}""");

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], results.Select(r => (int)r["line"]!));
        Assert.Equal([201, 400, 201, 400, 409, 400, 400, 400, 201], results.Select(r => (int)r["status"]!));
        Assert.Equal(["Good 1.", "Good 3.", "Good 9."], (await _api.GetAsync("/claims?tag=bulk&sort=id")).Json["items"]!.Texts("text"));
        Assert.Equal("is required, and must not be blank", (string)results[1]["problem"]!["errors"]!["text"]![0]!);
        var claims = (await _api.GetAsync($"/sentences/{sentences[0]}")).Json["claims"]!.AsArray();
        Assert.Equal([(long)results[2]["id"]!], claims.Select(c => (long)c!["id"]!));
    }

    [Fact]
    public async Task Each_line_of_the_answer_is_one_object_and_a_refused_line_has_no_id()
    {
        var answer = await PostAsync("{\"text\":\"One object a line.\"}\n{}\n");

        Assert.Equal("application/x-ndjson", answer.ContentHeaders.ContentType!.ToString());
        var lines = answer.Text.Split('\n');
        Assert.Matches("""^\{"line":1,"status":201,"id":\d+\}$""", lines[0]);
        Assert.Equal("line status problem", string.Join(' ', JsonNode.Parse(lines[1])!.AsObject().Select(m => m.Key)));
        Assert.Equal((3, ""), (lines.Length, lines[2]));
    }

    [Theory]
    [InlineData("{\"text\":\"No last line break.\"}", new[] { 201 })]
    [InlineData("{\"text\":\"Ends as on the desk.\"}\r\n{\"text\":\"And again.\"}\r\n", new[] { 201, 201 })]
    [InlineData("\uFEFF{\"text\":\"A mark opens it.\"}\n", new[] { 201 })]
    [InlineData("{\"text\":\"An empty line follows.\"}\n\n{\"text\":\"And harms none.\"}\n", new[] { 201, 201 })]
    [InlineData("", new int[0])]
    public async Task Every_usual_line_ending_is_read(string body, int[] statuses)
    {
        var answer = await PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(statuses, Results(answer).Select(r => (int)r["status"]!));
    }

    [Fact]
    public async Task More_than_a_thousand_lines_are_numbered_consecutively()
    {
        var lines = Enumerable.Range(1, 2_345)
            .Select(i => i % 1_000 == 1 ? "{}" : $$"""{"text":"Line {{i}} of many.","tags":["many"]}""")
            .ToArray();

        var results = await SendAsync(lines);

        Assert.Equal(Enumerable.Range(1, 2_345), results.Select(r => (int)r["line"]!));
        Assert.Equal([1, 1_001, 2_001], results.Where(r => (int)r["status"]! == 400).Select(r => (int)r["line"]!));
        Assert.Equal(2_342, await _api.CountAsync("/claims?tag=many"));
        var last = (await _api.GetAsync($"/claims/{(long)results[^1]["id"]!}")).Json;
        Assert.Equal("Line 2345 of many.", (string)last["text"]!);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_001)]
    [InlineData(2_000)]
    public async Task A_body_that_ends_with_a_group_of_lines_is_read_to_its_end(int count) =>
        Assert.Equal(Enumerable.Range(1, count), (await SendAsync([.. Enumerable.Repeat("{}", count)])).Select(r => (int)r["line"]!));

    [Fact]
    public async Task A_user_who_is_removed_meanwhile_is_refused_on_each_remaining_line()
    {
        var (api, name) = (await host.AsAsync("checker", "Gone in bulk"), "gone in bulk");
        var user = (await _api.GetAsync("/users?limit=500")).Items.Last()!["id"]!.GetValue<long>();
        var lines = Enumerable.Range(1, 2_345).Select(i => $$"""{"text":"Line {{i}}.","tags":["{{name}}"]}""").ToList();
        var first = string.Concat(lines.Take(1_000).Select(static line => line + "\n"));
        var body = new SlowBody(first + string.Join('\n', lines.Skip(1_000)), first.Length, "application/x-ndjson");
        var sent = api.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/claims/bulk") { Content = body });
        while (await _api.CountAsync($"/claims?tag={name}") < 1_000)
        {
            await Task.Delay(10); // The lines that came are stored before the rest is sent.
        }

        await _api.SendAsync(HttpMethod.Delete, $"/users/{user}", "X-None", "1");
        body.Finish();

        var results = Results(await sent);
        Assert.Equal(Enumerable.Range(1, 2_345), results.Select(r => (int)r["line"]!));
        Assert.All(results.Take(1_000), static r => Assert.Equal(201, (int)r["status"]!));
        Assert.All(results.Skip(1_000), static r => Assert.Equal((401, 401), ((int)r["status"]!, (int)r["problem"]!["status"]!)));
        Assert.Equal(1_000, await _api.CountAsync($"/claims?tag={name}"));
    }

    [Fact]
    public async Task A_request_refused_as_a_whole_leaves_the_connection_usable()
    {
        var body = string.Concat(Enumerable.Repeat("{}\n", 1_001));
        using var client = new TcpClient();
        await client.ConnectAsync(host.Stranger.BaseAddress!.Host, host.Stranger.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/claims/bulk HTTP/1.1\r\nHost: {host.Stranger.BaseAddress.Authority}\r\nAuthorization: Bearer {ApiHost.Key}\r\n"
            + $"Content-Type: application/x-ndjson\r\nIdempotency-Key: {new string('k', 1_000)}\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}"
            + $"GET /healthz HTTP/1.1\r\nHost: {host.Stranger.BaseAddress.Authority}\r\nConnection: close\r\n\r\n"));

        using var reader = new StreamReader(client.GetStream());
        var answers = await reader.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400", answers, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 200", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_claim_is_recorded_and_a_refused_line_is_not()
    {
        var recorded = await host.RecordedByAsync(() => SendAsync("""{"text":"Recorded."}""", "{}", """{"text":"Recorded too."}"""));

        Assert.Equal(["claim.created", "claim.created"], recorded.Kinds());
    }

    [Fact]
    public async Task An_external_id_on_two_lines_is_taken_once()
    {
        var line = """{"text":"One id, two lines.","externalApp":"bulk","externalId":"2"}""";

        Assert.Equal([201, 409], (await SendAsync(line, line)).Select(r => (int)r["status"]!));
    }

    [Fact]
    public async Task Another_content_type_is_refused() =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _api.SendTextAsync(HttpMethod.Post, "/claims/bulk", "{}")).Status);

    private async Task<List<JsonNode>> SendAsync(params string[] lines) => Results(await PostAsync(string.Join('\n', lines) + "\n"));

    private Task<Answer> PostAsync(string body) => _api.SendTextAsync(HttpMethod.Post, "/claims/bulk", body, "application/x-ndjson");

    private static List<JsonNode> Results(Answer answer) =>
        [.. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    [Fact]
    public async Task A_line_that_was_sent_before_is_refused_skipped_or_updates_its_claim()
    {
        const string Before = """{"text":"Row one.","tags":["a"],"externalApp":"sheet","externalId":"upsert"}""";
        const string After = """{"text":"Row one, mended.","externalApp":"sheet","externalId":"upsert"}""";
        var id = (long)(await LinesAsync("", Before))[0]["id"]!;

        Assert.Equal(409, (int)(await LinesAsync("", After))[0]["status"]!);
        var skipped = (await LinesAsync("?onConflict=skip", After))[0];
        Assert.Equal((200, id, "[]"), ((int)skipped["status"]!, (long)skipped["id"]!, skipped["changed"]!.ToJsonString()));
        var updated = (await LinesAsync("?onConflict=update", After))[0];
        Assert.Equal((200, id, "[\"text\"]"), ((int)updated["status"]!, (long)updated["id"]!, updated["changed"]!.ToJsonString()));
        Assert.Equal("[]", (await LinesAsync("?onConflict=update", After))[0]["changed"]!.ToJsonString());

        var claim = (await _api.GetAsync($"/claims/{id}")).Json;
        Assert.Equal(("Row one, mended.", "a"), ((string)claim["text"]!, (string)claim["tags"]![0]!)); // What is left out stays.
        Assert.Equal(["claim.created", "claim.edited"], await host.KindsAsync($"claim/{id}"));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        var recorded = await host.RecordedByAsync(async () =>
        {
            var results = await LinesAsync("?dryRun=true", """{"text":"Only tried."}""", """{"text":""}""");
            Assert.Equal((201, 400), ((int)results[0]["status"]!, (int)results[1]["status"]!));
            Assert.Null(results[0]["id"]);
        });

        Assert.Empty(recorded);
        Assert.Empty((await _api.GetAsync("/claims?q=only%20tried")).Items);
    }

    private async Task<List<JsonNode>> LinesAsync(string query, params string[] lines) =>
    [
        .. (await _api.SendTextAsync(HttpMethod.Post, "/claims/bulk" + query, string.Join('\n', lines), "application/x-ndjson")).Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!),
    ];
}
