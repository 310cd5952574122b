using System.Collections.Concurrent;
using System.Text.Json;

namespace ClaimTracker.Benchmarks.Floors;

/// <summary>
/// Bare Kestrel: it writes objects of about 300 bytes, which it has in memory, as JSON, as many as make the size of an answer, and does
/// nothing else.
/// </summary>
internal static class BareJson
{
    private const int ObjectBytes = 300;

    /// <summary>What of an object is not its text.</summary>
    private const int OtherBytes = 135;

    private static readonly ConcurrentDictionary<int, BareObject[]> Made = new();

    public static Task AnswerAsync(HttpContext http, int size) =>
        http.Response.WriteAsJsonAsync(Made.GetOrAdd(size, Make), JsonSerializerOptions.Web);

    public static async Task SendAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }

    private static BareObject[] Make(int size)
    {
        var count = Math.Max(1, (size + (ObjectBytes / 2)) / ObjectBytes);
        var text = new string('x', Math.Max(1, (size / count) - OtherBytes));
        return [.. Enumerable.Range(1, count)
            .Select(id => new BareObject(id, text, "en", 20, Disputed: true, Headline: null, "2026-03-03T12:00:00.000000Z"))];
    }

    private sealed record BareObject(
        long Id, string Text, string Language, int Priority, bool Disputed, string? Headline, string UpdatedAt);
}
