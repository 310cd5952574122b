using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>Talks to the service as a client would: raw paths under /api/v1, raw JSON.</summary>
public sealed class ApiDriver(HttpClient http)
{
    public HttpClient Http => http;

    /// <summary>Makes an editor who approves and publishes what this one submits.</summary>
    public Func<Task<ApiDriver>>? Colleague { get; init; }

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, Address(path)));

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(Request(HttpMethod.Post, path, body));

    /// <summary>Replaces a resource with the ETag that a GET gives now; a link between resources has none.</summary>
    public Task<Answer> PutAsync(string path, object body, string? ifMatch = null) => EditAsync(HttpMethod.Put, path, body, ifMatch);

    /// <summary>Edits with the ETag that a GET gives now, or with another one.</summary>
    public Task<Answer> PatchAsync(string path, object body, string? ifMatch = null) => EditAsync(HttpMethod.Patch, path, body, ifMatch);

    public Task<Answer> DeleteAsync(string path, string? ifMatch = null) => EditAsync(HttpMethod.Delete, path, body: null, ifMatch);

    /// <summary>Erases the words of a resource, with the ETag that a GET of it gives now.</summary>
    public async Task<Answer> EraseAsync(string path, string? ifMatch = null)
    {
        var request = Request(HttpMethod.Post, path + "/erase", new { reason = "Order of the court of Port Alden, 12/2026." });
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch ?? await ETagAsync(path));
        return await SendAsync(request);
    }

    /// <summary>Sends any bytes as any content type; an edit with the ETag that a GET gives now.</summary>
    public async Task<Answer> SendBytesAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, string contentType)
    {
        var request = new HttpRequestMessage(method, Address(path)) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (method == HttpMethod.Put || method == HttpMethod.Patch)
        {
            request.Headers.TryAddWithoutValidation("If-Match", await ETagAsync(path));
        }

        return await SendAsync(request);
    }

    public Task<Answer> SendTextAsync(HttpMethod method, string path, string body, string contentType = "application/json") =>
        SendBytesAsync(method, path, Encoding.UTF8.GetBytes(body), contentType);

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, await DocxParts.ShownAsync(response.Content), response.Headers, response.Content.Headers);
    }

    /// <summary>Makes what a test starts from; fails where it cannot be made.</summary>
    public async Task<long> GivenAsync(string path, object body)
    {
        var answer = await PostAsync(path, body);
        Assert.True(answer.Status is HttpStatusCode.Created, $"POST {path} answered {(int)answer.Status} {answer.Text}");
        return answer.Id;
    }

    public Task<long> GivenClaimAsync(string text = "The harbour bridge cost 48 million dollars.") => GivenAsync("/claims", new { text });

    /// <summary>An article, its id, and the ids of its sentences.</summary>
    public async Task<(long Id, IReadOnlyList<long> Sentences)> GivenArticleAsync(string text)
    {
        var answer = await PostAsync("/articles", new { text });
        Assert.True(answer.Status is HttpStatusCode.Created, $"POST /articles answered {(int)answer.Status} {answer.Text}");
        return (answer.Id, [.. answer.Json["sentences"]!.AsArray().Select(s => (long)s!["id"]!)]);
    }

    public Task<long> GivenEvidenceAsync(long claim, string url = "https://example.org/register", string stance = "supports") =>
        GivenAsync($"/claims/{claim}/evidence", new { source = new { url }, excerpt = "As the register says.", stance });

    public Task<long> GivenDraftAsync(long claim, object rating) =>
        GivenAsync($"/claims/{claim}/verdicts", new { rating, justification = "As the evidence says." });

    /// <summary>A published verdict on a claim that has evidence from now on.</summary>
    public async Task<long> GivenPublishedAsync(long claim, object rating)
    {
        await GivenEvidenceAsync(claim);
        var verdict = await GivenDraftAsync(claim, rating);
        await PublishAsync(verdict);
        return verdict;
    }

    /// <summary>Takes a draft all the way: submits it, and a colleague approves and publishes it.</summary>
    /// <returns>The answer to the last.</returns>
    public async Task<Answer> PublishAsync(long verdict)
    {
        await ApproveAsync(verdict);
        return await (await Colleague!()).MoveAsync(verdict, "publish");
    }

    /// <summary>Submits a draft, and a colleague approves it.</summary>
    public async Task ApproveAsync(long verdict)
    {
        await MoveAsync(verdict, "submit");
        await (await Colleague!()).MoveAsync(verdict, "approve");
    }

    /// <summary>A move that must go well.</summary>
    public async Task<Answer> MoveAsync(long verdict, string move, object? body = null)
    {
        var answer = await PostAsync($"/verdicts/{verdict}/{move}", body);
        Assert.True(
            answer.Status is HttpStatusCode.OK or HttpStatusCode.Created,
            $"{move} of verdict {verdict} answered {(int)answer.Status} {answer.Text}");
        return answer;
    }

    public async Task AssignAsync(long claim, string assignee) =>
        Assert.Equal(HttpStatusCode.OK, (await PutAsync($"/claims/{claim}/assignee", new { assignee })).Status);

    /// <summary>The correction of a published verdict, published by a colleague.</summary>
    public async Task<long> GivenCorrectionAsync(long verdict, object correction)
    {
        var draft = (await MoveAsync(verdict, "corrections", correction)).Id;
        await PublishAsync(draft);
        return draft;
    }

    private async Task<Answer> EditAsync(HttpMethod method, string path, object? body, string? ifMatch)
    {
        var request = Request(method, path, body);
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch ?? await ETagAsync(path));
        return await SendAsync(request);
    }

    // A block is shown with its article.
    private async Task<string?> ETagAsync(string path) => (await GetAsync(path.Split("/blocks/")[0])).Headers.ETag?.ToString();

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body) =>
        new(method, Address(path)) { Content = body is null ? null : JsonContent.Create(body) };

    private static string Address(string path) => "/api/v1" + path;
}
