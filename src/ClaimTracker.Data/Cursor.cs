using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ClaimTracker.Data;

/// <summary>
/// Where a page of a keyset-paged list ended: the sort key and id of its last row. Opaque to clients.
/// </summary>
/// <param name="Key">The value of the sort column, as text; null when the list is sorted by id alone.</param>
/// <param name="Id">The id of the last row, which breaks every tie.</param>
public sealed record Cursor(string? Key, long Id)
{
    private const int ChecksumLength = 8;

    /// <summary>Writes the cursor for a client.</summary>
    /// <param name="list">What it belongs to: the route with its filters and sort. A cursor is good for no other list.</param>
    public string Encode(string list)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(this);
        return Base64Url.EncodeToString([.. Checksum(list, body), .. body]);
    }

    /// <summary>Reads a cursor that a client sent.</summary>
    /// <returns>The cursor, or null when it was made for another list, or changed since.</returns>
    public static Cursor? Decode(string text, string list)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (bytes.Length <= ChecksumLength
                || !Checksum(list, bytes[ChecksumLength..]).AsSpan().SequenceEqual(bytes.AsSpan(0, ChecksumLength)))
            {
                return null;
            }

            return JsonSerializer.Deserialize<Cursor>(bytes.AsSpan(ChecksumLength));
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            return null;
        }
    }

    // Not a secret: a forged cursor shows nothing that the list does not. It catches damage and mix-ups.
    private static byte[] Checksum(string list, byte[] body) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(list), 0, .. body])[..ChecksumLength];
}
