using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features;

/// <summary>
/// The draft of an article is cleared line by line and becomes ready for publication: 40 sentences, 12 claims, 14 evidence records, two
/// lines mended, one let stand, a correction, a retraction and the fact sheet, in at most 25 calls.
/// </summary>
public sealed class DayOfWorkTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const int MostCalls = 25;
    private const int Claims = 12;

    private int _calls;

    [Fact]
    public async Task A_draft_is_cleared_in_at_most_25_calls()
    {
        var (checker, editor) = (await host.AsAsync("checker", "Day checker"), await host.AsAsync("editor", "Day editor"));

        // The draft comes in: the checker says which lines make claims, brings the evidence and drafts the verdicts.
        var text = Text(mended: false);
        var article = await SendAsync(checker, HttpMethod.Post, "/articles", new { text, kind = "draft", byline = "By Ada Writer" });
        var sentences = article.Json["sentences"]!.AsArray().Select(static s => (long)s!["id"]!).ToList();
        Assert.Equal(40, sentences.Count);
        var id = article.Id;
        var items = sentences.Skip(Claims).Select(static sentence => new { id = sentence, state = "not_checkable" });
        await SendAsync(checker, HttpMethod.Patch, $"/articles/{id}/sentences", new { items });
        var lines = string.Join('\n', Enumerable.Range(0, Claims).Select(i => JsonSerializer.Serialize(Claim(i, sentences[i]))));
        var made = Lines(await SendAsync(checker, HttpMethod.Post, "/claims/bulk", lines));
        Assert.All(made, static line => Assert.Equal(201, (int)line["status"]!));
        var (claims, verdicts) = (Ids(made, "id"), Ids(made, "verdictId"));
        Assert.Equal(14, made.Sum(static line => line["evidenceIds"]!.AsArray().Count));

        // The second reader approves and publishes. Three lines need a change.
        await MoveAsync(editor, "approve", verdicts);
        await MoveAsync(editor, "publish", verdicts);
        Assert.Equal(3, (int)(await SendAsync(editor, HttpMethod.Get, $"/articles/{id}/coverage")).Json["blockerCount"]!);

        // Two are mended as advised, and the editor lets one stand.
        var tag = (await SendAsync(editor, HttpMethod.Get, $"/articles/{id}/text")).ETag;
        var revision = await SendAsync(editor, HttpMethod.Put, $"/articles/{id}/text", new { text = Text(mended: true) }, tag);
        var mended = revision.Json["lineage"]!.AsArray().Select(static pair => (long)pair!["to"]!).ToList();
        Assert.Equal(2, mended.Count);
        await SendAsync(checker, HttpMethod.Put, $"/sentences/{mended[0]}/claims/{claims[0]}", new { outcome = "changed" });
        await SendAsync(checker, HttpMethod.Put, $"/sentences/{mended[1]}/claims/{claims[1]}", new { outcome = "changed" });
        var stands = new { outcome = "stands", outcomeNote = "It is a quote, and the next line corrects it." };
        await SendAsync(editor, HttpMethod.Put, $"/sentences/{sentences[2]}/claims/{claims[2]}", stands);

        // One verdict is corrected, and one retracted and judged anew.
        var correction = new { kind = "correction", reason = "A slip.", publicText = "We had the year wrong." };
        var corrected = (await SendAsync(host.Api, HttpMethod.Post, $"/verdicts/{verdicts[3]}/corrections", correction)).Id;
        var retraction = new { move = "retract", ids = new[] { verdicts[4] }, reason = "The register was withdrawn." };
        await SendAsync(editor, HttpMethod.Post, "/verdicts/moves", retraction);
        var again = new { rating = "True", justification = "As the new register says." };
        var anew = (await SendAsync(checker, HttpMethod.Post, $"/claims/{claims[4]}/verdicts", again)).Id;
        await MoveAsync(host.Api, "submit", corrected, anew);
        await MoveAsync(editor, "approve", corrected, anew);
        await MoveAsync(editor, "publish", corrected, anew);

        var coverage = (await SendAsync(editor, HttpMethod.Get, $"/articles/{id}/coverage")).Json;
        Assert.Equal((true, 0), ((bool)coverage["readyToPublish"]!, (int)coverage["blockerCount"]!));
        var sheet = (await SendAsync(editor, HttpMethod.Get, $"/articles/{id}/factsheet")).Json["lines"]!.AsArray();
        Assert.Equal(
            "changed changed stands", string.Join(' ', sheet.Take(3).Select(static line => (string)line!["claims"]![0]!["outcome"]!)));
        var export = (await SendAsync(editor, HttpMethod.Get, $"/exports/verdicts.csv?articleId={id}")).Text;
        Assert.Equal(Claims + 1, export.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.InRange(_calls, 1, MostCalls);
    }

    private static string Text(bool mended) => string.Join(' ', Enumerable.Range(1, 40).Select(i => i switch
    {
        1 or 2 when mended => $"The town has {i} bridges over the river.",
        <= 3 => $"The town has {i}00 bridges over the river.",
        <= Claims => $"The town opened {i} schools in 19{i + 50}.",
        _ => $"People remember the summer of bridge number {i} fondly.",
    }));

    private static object Claim(int i, long sentence) => new
    {
        text = i < 3 ? $"The town has {i + 1}00 bridges." : $"The town opened {i + 1} schools in 19{i + 51}.",
        sentences = new[] { new { sentenceId = sentence } },
        evidence = Enumerable.Range(0, i < 2 ? 2 : 1).Select(n => new
        {
            source = new { url = $"https://register.example/{i}/{n}" },
            excerpt = "As the register says.",
            stance = i < 3 ? "refutes" : "supports",
        }),
        verdict = new { rating = i < 3 ? "False" : "True", justification = "As the register says.", submit = true },
    };

    private static List<JsonNode> Lines(Answer answer) =>
        [.. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!)];

    private static long[] Ids(List<JsonNode> lines, string member) => [.. lines.Select(line => (long)line[member]!)];

    private async Task MoveAsync(ApiDriver who, string move, params long[] ids)
    {
        var answer = await SendAsync(who, HttpMethod.Post, "/verdicts/moves", new { move, ids });
        Assert.All(answer.Json["results"]!.AsArray(), static result => Assert.Equal(200, (int)result!["status"]!));
    }

    private async Task<Answer> SendAsync(ApiDriver who, HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        _calls++;
        var request = new HttpRequestMessage(method, "/api/v1" + path);
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        request.Content = body switch
        {
            null => null,
            string lines => new StringContent(lines, System.Text.Encoding.UTF8, "application/x-ndjson"),
            _ => new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"),
        };
        var answer = await who.SendAsync(request);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{method} {path}: {(int)answer.Status} {answer.Text}");
        return answer;
    }
}
