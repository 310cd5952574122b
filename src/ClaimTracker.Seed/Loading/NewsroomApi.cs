using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Loading;

/// <summary>The API as the seeder sees it: JSON in, JSON out, and a refusal is one sentence.</summary>
internal sealed class NewsroomApi : IDisposable
{
    private const string BasePath = "/api/v1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient _http;
    private readonly Uri _server;

    public NewsroomApi(Uri server, string key)
        : this(server, key, new PatientHandler(new SocketsHttpHandler(), TimeProvider.System))
    {
    }

    /// <summary>For tests, which bring their own way to the service.</summary>
    public NewsroomApi(Uri server, string key, HttpMessageHandler handler)
    {
        _server = server;
        _http = new HttpClient(handler);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Posts, and takes any 2xx.</summary>
    public async Task<T> PostAsync<T>(string path, object? body, CancellationToken stop)
    {
        using var response = await SendAsync(HttpMethod.Post, path, JsonContent(body), ifMatch: null, stop);
        await RequireSuccessAsync(response, HttpMethod.Post, path, stop);
        return await ReadAsync<T>(response, path, stop);
    }

    /// <returns>What was made, or null when the service has it already.</returns>
    public async Task<T?> CreateAsync<T>(string path, object body, CancellationToken stop)
        where T : class
    {
        using var response = await SendAsync(HttpMethod.Post, path, JsonContent(body), ifMatch: null, stop);
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict)
        {
            return null;
        }

        await RequireSuccessAsync(response, HttpMethod.Post, path, stop);
        return await ReadAsync<T>(response, path, stop);
    }

    /// <returns>The path of what was made, or of what is there already; null where the key does not allow it.</returns>
    public async Task<string?> EnsureAsync(string path, object body, CancellationToken stop)
    {
        using var response = await SendAsync(HttpMethod.Post, path, JsonContent(body), ifMatch: null, stop);
        var address = response.Headers.Location?.OriginalString;
        if (response.StatusCode == HttpStatusCode.Forbidden)
        {
            return null;
        }

        if (response.StatusCode == HttpStatusCode.Conflict)
        {
            address = (await ReadAsync<ProblemAnswer>(response, path, stop)).Existing;
        }
        else
        {
            await RequireSuccessAsync(response, HttpMethod.Post, path, stop);
        }

        return address?.StartsWith(BasePath, StringComparison.Ordinal) == true ? address[BasePath.Length..] : throw NotOurs(path);
    }

    public async Task DeleteAsync(string path, CancellationToken stop)
    {
        using var response = await SendAsync(HttpMethod.Delete, path, content: null, ifMatch: null, stop);
        await RequireSuccessAsync(response, HttpMethod.Delete, path, stop);
    }

    /// <summary>The same service with the key of another.</summary>
    public NewsroomApi With(string key) => new(_server, key);

    /// <summary>Edits what a GET gives now.</summary>
    public async Task PatchAsync(string path, object patch, CancellationToken stop)
    {
        using var current = await SendAsync(HttpMethod.Get, path, content: null, ifMatch: null, stop);
        await RequireSuccessAsync(current, HttpMethod.Get, path, stop);
        using var response = await SendAsync(HttpMethod.Patch, path, JsonContent(patch), current.Headers.ETag, stop);
        await RequireSuccessAsync(response, HttpMethod.Patch, path, stop);
    }

    /// <summary>Posts one JSON object per line, and reads one result per line.</summary>
    public async Task<IReadOnlyList<BulkOutcome>> PostLinesAsync(string path, IEnumerable<object> lines, CancellationToken stop)
    {
        var body = string.Join('\n', lines.Select(static line => JsonSerializer.Serialize(line, Json)));
        using var content = new StringContent(body, Encoding.UTF8, "application/x-ndjson");
        using var response = await SendAsync(HttpMethod.Post, path, content, ifMatch: null, stop);
        await RequireSuccessAsync(response, HttpMethod.Post, path, stop);
        var answer = await response.Content.ReadAsStringAsync(stop);
        return [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Parse<BulkOutcome>(line, path))];
    }

    private static StringContent? JsonContent(object? body) =>
        body is null ? null : new StringContent(JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json");

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, EntityTagHeaderValue? ifMatch, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri(_server, BasePath + path)) { Content = content };
        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(ifMatch);
        }

        try
        {
            return await _http.SendAsync(request, stop);
        }
        catch (HttpRequestException fault)
        {
            throw new SeedException($"The service at {_server} cannot be reached: {fault.Message}");
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new SeedException($"The service at {_server} did not answer {method} {path} within {_http.Timeout.TotalSeconds:F0} s.");
        }
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage response, HttpMethod method, string path, CancellationToken stop)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw new SeedException("The service does not take this key: pass --key with the one that it printed on its first start.");
        }

        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await ReadAsync<ProblemAnswer>(response, path, stop)
            : null;
        throw new SeedException(
            $"{method} {BasePath}{path} was answered with {(int)response.StatusCode}: {problem?.Detail ?? response.ReasonPhrase}");
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, string path, CancellationToken stop) =>
        Parse<T>(await response.Content.ReadAsStringAsync(stop), path);

    private static T Parse<T>(string json, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw NotOurs(path);
        }
    }

    private static SeedException NotOurs(string path) =>
        new($"{BasePath}{path} was not answered as the API of ClaimTracker answers. Is --url right?");
}
