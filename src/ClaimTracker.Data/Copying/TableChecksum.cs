using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Data.Copying;

/// <summary>Adds up rows: each value as its UTF-8 after its length in four bytes, null as a length of -1.</summary>
internal sealed class TableChecksum : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Rows { get; private set; }

    public void Add(object?[] row)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var value in row)
        {
            var bytes = PlainValues.Text(value) is { } text ? Encoding.UTF8.GetBytes(text) : null;
            BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
            _hash.AppendData(length);
            _hash.AppendData(bytes ?? []);
        }

        Rows++;
    }

    public CopiedTable Of(TableShape table) => new(table.Name, Rows, Convert.ToHexStringLower(_hash.GetHashAndReset()));

    public void Dispose() => _hash.Dispose();
}
