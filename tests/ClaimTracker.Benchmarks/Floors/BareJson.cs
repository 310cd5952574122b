using System.Text.Json;

namespace ClaimTracker.Benchmarks.Floors;

/// <summary>
/// Bare Kestrel: it writes objects of about 300 bytes as JSON, as many as make the size of an answer, and does nothing else.
/// </summary>
internal static class BareJson
{
    private const int ObjectBytes = 300;

    public static Task AnswerAsync(HttpContext http, int size)
    {
        var count = Math.Max(1, (size + (ObjectBytes / 2)) / ObjectBytes);
        var text = new string('x', Math.Max(1, (size / count) - 120));
        var body = JsonSerializer.SerializeToUtf8Bytes(
            Enumerable.Range(1, count).Select(id => new BareObject(id, text, "en", 20, true, null, "2026-03-03T12:00:00.000000Z")),
            JsonSerializerOptions.Web);
        return SendAsync(http, body);
    }

    public static async Task SendAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }

    private sealed record BareObject(
        long Id, string Text, string Language, int Priority, bool Disputed, string? Headline, string UpdatedAt);
}
