using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform.Events;

/// <summary>
/// SHA-256 of the rows of a subject, the same on either engine: of each row the name of its table, then name and value of each
/// column that is not null, then an empty field; each field as its UTF-8 after its length in four big-endian bytes.
/// </summary>
internal sealed class ContentDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly (byte[] Table, byte[][] Columns)[] _names;
    private byte[] _buffer = new byte[1024];
    private bool _any;

    private ContentDigest(Projection projection) => _names =
        [.. projection.Tables.Select(static table => (Field(table.Name), table.Columns.Split(',', StringSplitOptions.TrimEntries).Select(Field).ToArray()))];

    /// <returns>The digest, or null where there are no rows.</returns>
    public static async Task<string?> ReadAsync(ReadTx tx, Projection projection, ContentKey key)
    {
        using var digest = new ContentDigest(projection);
        await tx.ForEachRowAsync(projection.Rows, new { key.Id, key.Number }, digest.Add);
        return digest._any ? Convert.ToHexStringLower(digest._hash.GetHashAndReset()) : null;
    }

    public void Dispose() => _hash.Dispose();

    private void Add(int table, object?[] row)
    {
        _any = true;
        var (name, columns) = _names[table];
        _hash.AppendData(name);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is { } value)
            {
                _hash.AppendData(columns[i]);
                AddValue(Text(value));
            }
        }

        _hash.AppendData([0, 0, 0, 0]);
    }

    private void AddValue(string text)
    {
        var needed = sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < needed)
        {
            _buffer = new byte[needed];
        }

        var length = Encoding.UTF8.GetBytes(text, _buffer.AsSpan(sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(_buffer, length);
        _hash.AppendData(_buffer, 0, sizeof(int) + length);
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static byte[] Field(string name) => Chain.Bytes(name);
}
