using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// SHA-256 of the rows of a subject, the same on either engine. Each row gives these fields: the name of its table, then the name and
/// value of each column that is not null, then an empty field; each field as in <see cref="Chain.Bytes"/>.
/// </summary>
internal sealed class ContentDigest : IDisposable
{
    private const int FullBuffer = 64 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Projection _projection;
    private byte[] _buffer = new byte[2 * 1024];
    private int _length;
    private bool _any;

    private ContentDigest(Projection projection) => _projection = projection;

    /// <returns>The digest, or null if there are no rows.</returns>
    public static async Task<string?> ReadAsync(ReadTx tx, Projection projection, ContentKey key)
    {
        using var digest = new ContentDigest(projection);
        await tx.ForEachRowAsync(projection.Rows, key, digest.Add);
        digest.Flush();
        return digest._any ? Convert.ToHexStringLower(digest._hash.GetHashAndReset()) : null;
    }

    /// <summary>The digest of rows that are in hand, as it would be if they were read back.</summary>
    /// <param name="projection">The tables of the subject.</param>
    /// <param name="tables">
    /// The rows of each table, in the order of the digest: the values of its columns, as <see cref="ColumnTypes.Plain"/> gives them, and
    /// then any others. Those of the last tables may be left out.
    /// </param>
    public static string Of(Projection projection, params IReadOnlyList<IEnumerable<object?[]>> tables)
    {
        using var digest = new ContentDigest(projection);
        for (var table = 0; table < tables.Count; table++)
        {
            foreach (var row in tables[table])
            {
                digest.Add(table, row);
            }
        }

        digest.Flush();
        return Convert.ToHexStringLower(digest._hash.GetHashAndReset());
    }

    /// <summary>The digest of a subject that was just inserted, of the parameters of its inserts (<see cref="InsertedRow"/>).</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="tables">The rows of each table of its projection, in that order; those of the last tables may be left out.</param>
    public static string OfInserted(Subject subject, params IReadOnlyList<IEnumerable<object>> tables)
    {
        var (projection, key) = Projections.Of(subject.ToString())!.Value;
        return Of(projection, [.. tables.Select((rows, i) => rows.Select(row => InsertedRow.Of(projection.Tables[i], row, key)))]);
    }

    public void Dispose() => _hash.Dispose();

    private void Add(int table, object?[] row)
    {
        _any = true;
        var (name, columns) = _projection.Names[table];
        Write(name);
        for (var i = 0; i < columns.Length; i++)
        {
            if (row[i] is { } value)
            {
                Write(columns[i]);
                Write(Text(value));
            }
        }

        Write([0, 0, 0, 0]);
        if (_length > FullBuffer)
        {
            Flush();
        }
    }

    private void Write(ReadOnlySpan<byte> field)
    {
        field.CopyTo(Room(field.Length));
        _length += field.Length;
    }

    private void Write(string text)
    {
        var room = Room(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        _length += sizeof(int) + length;
    }

    private Span<byte> Room(int needed)
    {
        if (_buffer.Length - _length < needed)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + needed));
        }

        return _buffer.AsSpan(_length);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _length);
        _length = 0;
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
