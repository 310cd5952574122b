using System.Text;

namespace ClaimTracker.Benchmarks.Client;

/// <summary>A request in bytes, made before the time is taken.</summary>
/// <param name="Bytes">Head and body.</param>
/// <param name="Kind">Which part of a mixed load it is.</param>
internal sealed record RawRequest(byte[] Bytes, int Kind = 0)
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    /// <param name="path">Path and query, with the base path.</param>
    /// <param name="key">The caller's key; none for a floor.</param>
    /// <param name="kind">Which part of a mixed load it is.</param>
    public static RawRequest Get(string path, string? key, int kind = 0) =>
        new(Encoding.UTF8.GetBytes(Head("GET", path, key) + "\r\n"), kind);

    /// <inheritdoc cref="Get"/>
    public static RawRequest Post(string path, string? key, string body, int kind = 0) => Make("POST", path, key, Json, body, kind);

    /// <inheritdoc cref="Get"/>
    public static RawRequest PostLines(string path, string? key, string body) => Make("POST", path, key, Lines, body, kind: 0);

    /// <summary>A request with a JSON body.</summary>
    public static RawRequest Make(string method, string path, string? key, string body) => Make(method, path, key, Json, body, kind: 0);

    private static RawRequest Make(string method, string path, string? key, string type, string body, int kind)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = Encoding.UTF8.GetBytes($"{Head(method, path, key)}Content-Type: {type}\r\nContent-Length: {bytes.Length}\r\n\r\n");
        return new RawRequest([.. head, .. bytes], kind);
    }

    private static string Head(string method, string path, string? key) =>
        $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n" + (key is null ? "" : $"Authorization: Bearer {key}\r\n");
}
