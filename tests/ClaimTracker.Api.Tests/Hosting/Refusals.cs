using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>What every refusal has in common, whatever was wrong with the request.</summary>
internal static partial class Refusals
{
    private static readonly string[] Members = ["type", "title", "status", "detail", "instance", "traceId"];

    /// <summary>Sends a request that must be refused: as a problem of this kind, that names the field, and with nothing written.</summary>
    public static async Task<Answer> RefusesAsync(
        this ApiHost host, HttpRequestMessage request, HttpStatusCode status, string? field = null)
    {
        var address = request.RequestUri!.OriginalString; // The client makes it absolute when it sends.
        var before = await host.CountEventsAsync();
        var answer = await host.Api.SendAsync(request);
        Assert.True(answer.Status == status, $"{request.Method} {address} answered {(int)answer.Status} {answer.Text}");
        await host.AssertProblemAsync(answer, address);
        if (field is not null)
        {
            Assert.True(answer.Error(field) is { Length: > 0 }, $"{request.Method} {address} does not name {field}: {answer.Text}");
        }

        Assert.Equal(before, await host.CountEventsAsync());
        return answer;
    }

    public static async Task AssertProblemAsync(this ApiHost host, Answer answer, string address)
    {
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType?.MediaType);
        var problem = answer.Json.AsObject();
        Assert.DoesNotContain(Members, name => problem[name] is null || problem[name]!.ToString().Length == 0);
        Assert.Equal((int)answer.Status, (int)problem["status"]!);
        Assert.Equal(address.Split('?')[0], (string?)problem["instance"]);
        Assert.DoesNotMatch(Inside(), answer.Text);

        using var page = await host.Stranger.GetAsync((string)problem["type"]!);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains((string)problem["title"]!, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Every write leaves an event, so a number that stays says that nothing was written.</summary>
    public static Task<long> CountEventsAsync(this ApiHost host) =>
        host.Db.ReadAsync(static tx => tx.SingleAsync<long>("select count(*) from events"), CancellationToken.None);

    /// <summary>A request with any body. If-Match holds on whatever is there: what is refused is refused for another reason.</summary>
    public static HttpRequestMessage Request(
        HttpMethod method, string address, string? body = null, string contentType = "application/json") =>
        Request(method, address, body is null ? null : Encoding.UTF8.GetBytes(body), contentType);

    public static HttpRequestMessage Request(HttpMethod method, string address, byte[]? body, string contentType)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new ByteArrayContent(body) };
        request.Content?.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (method == HttpMethod.Put || method == HttpMethod.Patch || method == HttpMethod.Delete)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        return request;
    }

    // Names of our types and of the framework's, stack traces, and the language and the engine of the database.
    [GeneratedRegex(
        @"System\.|ClaimTracker\.|Microsoft\.|Exception|\bat \w+\.|sqlite|\bselect\b.*\bfrom\b|insert into|delete from|"
            + @"constraint failed|no such (table|column)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inside();
}
