using System.Globalization;
using System.Text;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>A request as bytes, and what may happen to it on a bad way: always the same for the same number.</summary>
internal static class RawRequest
{
    private static readonly string[] BadPieces =
    [
        "%", "%zz", "%00", "%c3%28", "%2e%2e%2f", "%ff%fe", "?&&=", "?limit=-1", "?cursor=%22", "?q=%00", "#", "\\", "//", "/../",
        "\r\n", "\r", "\n", "\0", " ", "\t", ":", ": ", "\u007f", "\u00ff", "{", "}", "[", "]", "\"", "\\u0000", "\\ud800", "1e999", "null",
        ",", "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n", "Content-Length: 5\r\n", "Content-Length: -1\r\n",
        "Content-Length: 99999999999999999999\r\n", "Expect: 100-continue\r\n", "Host: a\r\nHost: b\r\n",
        "Upgrade: websocket\r\nConnection: Upgrade\r\n",
        "If-Match: \"\r\n", "Range: bytes=0-0\r\n", "Accept-Encoding: *\r\n", "Content-Encoding: gzip\r\n",
        "X: " + new string('x', 40_000) + "\r\n",
    ];

    private static readonly string[] Methods =
        ["GET", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PUT", "PATCH", "DELETE", "POST", "get", "FOO", "", "\0"];

    private static readonly string[] Versions = ["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "HTTP/9.9", "HTTQ/1.1", "", "HTTP/1.1 "];

    /// <summary>A good request.</summary>
    public static byte[] Of(string key, string method, string address, string? body, string type, bool chunked)
    {
        var request = new StringBuilder(
            $"{method} {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\nIf-Match: *\r\nConnection: close\r\n");
        if (body is not null)
        {
            var half = body.Length / 2;
            request.Append($"Content-Type: {type}\r\n").Append(chunked
                ? $"Transfer-Encoding: chunked\r\n\r\n{half:x}\r\n{body[..half]}\r\n{body.Length - half:x};note=x\r\n{body[half..]}\r\n"
                    + "0\r\nTrailer: x\r\n\r\n"
                : $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        }
        else
        {
            request.Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(request.ToString());
    }

    /// <summary>The same with one to four things wrong.</summary>
    public static byte[] Mutated(byte[] request, int number)
    {
#pragma warning disable CA5394 // The same mishap each time is what is wanted.
        var dice = new Random(number);
        var bytes = request;
        for (var times = dice.Next(1, 5); times > 0; times--)
        {
            bytes = Mutate(bytes, dice);
        }

        return bytes;
    }

    private static byte[] Mutate(byte[] bytes, Random dice)
    {
        var at = dice.Next(bytes.Length + 1);
        var length = Math.Min(dice.Next(1, 40), bytes.Length - at);
        return dice.Next(12) switch
        {
            0 or 1 => [.. bytes.Select((value, i) => i == at ? (byte)(value ^ (1 << dice.Next(8))) : value)],
            2 => bytes[..at],
            3 => [.. bytes[..at], .. bytes[(at + length)..]],
            4 => [.. bytes[..(at + length)], .. bytes[at..]],
            5 => [.. bytes, .. bytes],
            6 => [.. bytes[..at], .. Latin(BadPieces[dice.Next(BadPieces.Length)]), .. bytes[at..]],
            7 => AtLineEnd(bytes, Latin(BadPieces[dice.Next(BadPieces.Length)]), dice),
            8 => Replaced(bytes, "Content-Length: ", "Content-Length: " + dice.Next(12).ToString(CultureInfo.InvariantCulture)),
            9 => Replaced(bytes, "HTTP/1.1", Versions[dice.Next(Versions.Length)]),
            10 => [.. Latin(Methods[dice.Next(Methods.Length)]), .. bytes[Math.Max(0, Array.IndexOf(bytes, (byte)' '))..]],
            _ => Replaced(bytes, "/api/v1/", "/api/v1/" + BadPieces[dice.Next(BadPieces.Length)]),
        };
    }

    private static byte[] AtLineEnd(byte[] bytes, byte[] piece, Random dice)
    {
        var ends = Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '\n').ToList();
        var at = ends.Count == 0 ? 0 : ends[dice.Next(ends.Count)] + 1;
        return [.. bytes[..at], .. piece, .. bytes[at..]];
    }
#pragma warning restore CA5394

    private static byte[] Replaced(byte[] bytes, string what, string by) =>
        Latin(Encoding.Latin1.GetString(bytes).Replace(what, by, StringComparison.Ordinal));

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
