using System.Text;
using System.Text.Json;
using ClaimTracker.Benchmarks.Client;

namespace ClaimTracker.Benchmarks.Service;

/// <summary>One caller of the service, for what is not measured.</summary>
internal sealed class ApiClient(int port, string key) : IDisposable
{
    public const string Base = "/api/v1";

    private readonly RawConnection _connection = new(port);

    public JsonElement Get(string path) => Read(Send(RawRequest.Get(Base + path, key), path));

    public JsonElement Post(string path, object? body = null) =>
        Read(Send(RawRequest.Post(Base + path, key, body is null ? "" : JsonSerializer.Serialize(body)), path));

    public JsonElement Send(string method, string path, object body) =>
        Read(Send(RawRequest.Make(method, Base + path, key, JsonSerializer.Serialize(body)), path));

    /// <summary>Sends lines, and reads a result for each.</summary>
    public IReadOnlyList<JsonElement> PostLines(string path, IReadOnlyList<string> lines)
    {
        Send(RawRequest.PostLines(Base + path, key, string.Join('\n', lines)), path);
        var results = Encoding.UTF8.GetString(_connection.Body).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. results.Select(static line => Read(Encoding.UTF8.GetBytes(line)))];
    }

    /// <summary>The highest id of a list.</summary>
    public long LastId(string list) => Get($"/{list}?limit=1&sort=-id").GetProperty("items") is var items && items.GetArrayLength() > 0
        ? items[0].GetProperty("id").GetInt64() : 0;

    public void Dispose() => _connection.Dispose();

    private ReadOnlySpan<byte> Send(RawRequest request, string path)
    {
        var answer = _connection.Send(request.Bytes, keep: true);
        return answer.IsGood ? _connection.Body : throw new InvalidOperationException(
            $"{path} was answered with {answer.Status}: {Encoding.UTF8.GetString(_connection.Body)}");
    }

    private static JsonElement Read(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return default;
        }

        using var document = JsonDocument.Parse(json.ToArray());
        return document.RootElement.Clone();
    }
}
